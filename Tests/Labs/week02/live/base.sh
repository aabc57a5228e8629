#!/bin/sh
# Makes the image localhost/python:3.11-slim out of this Debian machine's own Python, without a network.
# Needs: python3 (Debian's), busybox-static, podman. Settings: see podman-notes.md.
set -eu
root=$(mktemp -d); trap 'rm -rf "$root"' EXIT
chmod 755 "$root"; mkdir -p "$root/bin" "$root/usr/bin" "$root/usr/lib" "$root/lib64" "$root/etc" "$root/tmp" "$root/srv"
python=$(readlink -f /usr/bin/python3); version=$(basename "$python")
cp "$python" "$root/usr/bin/"; ln -s "$version" "$root/usr/bin/python3"
cp -r "/usr/lib/$version" "$root/usr/lib/"
rm -rf "$root/usr/lib/$version/test" "$root/usr/lib/$version"/config-* "$root/usr/lib/$version/dist-packages" "$root/usr/lib/$version/lib2to3"
find "$root" -name __pycache__ -type d -prune -exec rm -rf {} +
{ ldd "$python"; find "$root" -name '*.so' -exec ldd {} + ; } | grep -o '/[^ ]*\.so[^ ]*' | grep -v "^$root" | sort -u | while read -r lib; do
  mkdir -p "$root$(dirname "$lib")"; cp -nL "$lib" "$root$lib"
done
cp /usr/bin/busybox "$root/bin/busybox"
for name in sh ls cat id mkdir rm grep; do ln -s busybox "$root/bin/$name"; done
printf 'root:x:0:0:root:/:/bin/sh\n' > "$root/etc/passwd"; printf 'root:x:0:\n' > "$root/etc/group"
chmod 1777 "$root/tmp"
tar -C "$root" -c . | podman import -q - localhost/python:3.11-slim
