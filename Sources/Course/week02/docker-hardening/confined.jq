def caps: [.[]? | strings | ascii_upcase | ltrimstr("CAP_")];
stack | needs_both
+ ([webs[].key] as $webs | [services[] | .key as $k | is_store as $store | (($webs | index($k)) != null) as $web | ([.security_opt[]? | strings]) as $opt | (.cap_add | caps) as $add
   | (if .privileged == true then "`\($k)` is privileged: it is root on the host." else empty end),
     (if .read_only == true then empty else "`\($k)` can write to its root file system. Set `read_only: true`." end),
     (if .cap_drop | caps | index("ALL") then empty else "`\($k)` keeps capabilities of root. Set `cap_drop: [ALL]`." end),
     (if any($opt[]; test("^no-new-privileges([:=]true)?$")) then empty else "`\($k)` may gain privileges by a set-uid program. Set `security_opt: [no-new-privileges:true]`." end),
     (if any($opt[]; test("unconfined")) then "`\($k)` turns a protection of the engine off: \($opt | map(select(test("unconfined"))) | join(", "))." else empty end),
     (($add - (if $web then ["NET_BIND_SERVICE"] else ["CHOWN", "SETUID", "SETGID", "DAC_OVERRIDE", "FOWNER", "NET_BIND_SERVICE"] end)) | if length > 0 then "`\($k)` is given back \(join(", ")), which it does not need." else empty end),
     (if (.user // "" | tostring | test("^(root|0+)(:|$)")) then "`\($k)` is told to run as root." else empty end),
     (if .pid == "host" or .network_mode == "host" or .ipc == "host" then "`\($k)` shares a namespace with the host." else empty end),
     (if any(.volumes[]?; (.source? // "") | tostring | test("docker\\.sock|^/$|^/(etc|root|proc|sys)(/|$)")) then "`\($k)` mounts a part of the host that leads to root there." else empty end),
     (if $store and (has("build") | not) and (.cap_drop | caps | index("ALL")) and ((.user // "" | tostring) == "") and ((["SETUID", "SETGID"] - $add) | length > 0) then "`\($k)` starts as root and drops all capabilities, so its image can't switch to its own user and fails. Set `user`." else empty end),
     (if .read_only == true and (((.command | said) + " " + (.entrypoint | said)) | test("> *[\"']?/tmp/")) and ([(.tmpfs | if type == "string" then . else .[]? end | strings), (.volumes[]? | objects | .target // "")] | any(.[]; test("^/tmp(:|/?$)")) | not) then "`\($k)` writes to /tmp when it starts, and its root is read-only. Mount a `tmpfs` there." else empty end)])
