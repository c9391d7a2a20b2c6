"""As much of a WebSocket client as a dashboard needs: handshake, text frames in, ping answered, close."""

import base64
import json
import os
import socket
import struct

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
FINAL, MASKED = 0x80, 0x80


class Refused(Exception):
    """The upgrade was answered with something else; `args[0]` is the head and body as text."""


class Closed(Exception):
    """The other side said goodbye or went away."""


class WebSocket:
    def __init__(self, port, path, timeout_s=60, receive_buffer_bytes=None):
        self.socket = socket.socket()
        if receive_buffer_bytes:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer_bytes)
        self.socket.settimeout(timeout_s)
        self.socket.connect(("127.0.0.1", port))
        self.buffer = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        head = self._until(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 101 "):
            raise Refused(head.decode(errors="replace"))

    def _more(self):
        piece = self.socket.recv(65536)
        if not piece:
            raise Closed()
        self.buffer += piece

    def _until(self, mark):
        while mark not in self.buffer:
            self._more()
        head, _, self.buffer = self.buffer.partition(mark)
        return head + mark

    def _take(self, count):
        while len(self.buffer) < count:
            self._more()
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def _frame(self):
        first, second = self._take(2)
        size = second & 0x7F
        if size == 126:
            size, = struct.unpack("!H", self._take(2))
        elif size == 127:
            size, = struct.unpack("!Q", self._take(8))
        assert not second & MASKED, "a server's frame is not masked"
        return first & 0x0F, bool(first & FINAL), self._take(size)

    def _send(self, kind, content):
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(content))
        self.socket.sendall(bytes([FINAL | kind, MASKED | len(content)]) + mask + masked)

    def message(self):
        """The next text message as an object. Raises Closed, or TimeoutError when none comes."""
        text = b""
        while True:
            kind, final, content = self._frame()
            if kind == PING:
                self._send(PONG, content)
            elif kind == CLOSE:
                raise Closed(content)
            elif kind in (0, TEXT):
                text += content
                if final:
                    return json.loads(text)

    def close(self):
        """Goes away without a word, as phones do."""
        self.socket.close()
