"""Three clients that hang up before the answer: hangup.py PORT"""
import socket
import struct
import sys

for _ in range(3):
    client = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
    # Linger for zero seconds: close() sends a reset, as a dead client would.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.sendall(b"GET / HTTP/1.1\r\n\r\n")
    client.close()
