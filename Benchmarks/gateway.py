#!/usr/bin/env python3
"""Compares the way of a VNC screen through Roost's gateway with websockify, side by side in one run: throughput from the screen
and to it, and round trips of a request with an answer of 8 KiB. Prints ratios. The processor's time is that of the gateway's
processes alone.

Usage: gateway.py GATEWAY-BENCH [MiB]
"""

import multiprocessing
import os
import socket
import struct
import subprocess
import sys
import time

PIECE = 65536
ANSWER = 8192
ROUNDS = 5000


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def frame(payload):
    """A client's binary frame. The mask is not zero: it has to be taken off."""
    mask = b"\x37\xfa\x21\x3d"
    size = len(payload)
    head = (struct.pack("!BB", 0x82, 0x80 | size) if size < 126 else struct.pack("!BBH", 0x82, 0xFE, size)
            if size < 65536 else struct.pack("!BBQ", 0x82, 0xFF, size))
    key = int.from_bytes(mask * (size // 4 + 1), "big") >> ((4 - size % 4) * 8)
    return head + mask + (int.from_bytes(payload, "big") ^ key).to_bytes(size, "big")


class Far:
    """What stands for the display: sends for ever, takes and counts, or answers. A process of its own: two threads of Python
    would wait for each other more than for the gateway."""

    def __init__(self, kind):
        self.kind, self.count = kind, multiprocessing.Value("Q", 0, lock=False)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.process = multiprocessing.Process(target=self.serve, daemon=True)
        self.process.start()

    @property
    def taken(self):
        return self.count.value

    def end(self):
        self.process.terminate()
        self.process.join()

    def serve(self):
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                getattr(self, self.kind)(connection)
            except OSError:
                pass  # The client has what it wanted, and hung up.

    def send(self, connection):
        piece = bytes(PIECE)
        while True:
            connection.sendall(piece)

    def take(self, connection):
        space = bytearray(1 << 20)
        while count := connection.recv_into(space):
            self.count.value += count

    def answer(self, connection):
        waiting = 0
        while more := connection.recv(4096):
            waiting += len(more)
            while waiting >= 10:
                waiting -= 10
                connection.sendall(bytes(ANSWER))


def connect(port):
    for _ in range(200):
        try:
            client = socket.create_connection(("127.0.0.1", port))
            break
        except ConnectionRefusedError:
            time.sleep(0.05)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.sendall((f"GET /relay HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    "Sec-WebSocket-Protocol: binary\r\n\r\n").encode())
    head = b""
    while b"\r\n\r\n" not in head:
        head += client.recv(1)
    assert b" 101 " in head, head
    return client


def download(client, far, size):
    space, count = bytearray(1 << 20), 0
    while count < size:
        count += client.recv_into(space)


def upload(client, far, size):
    piece, sent = frame(os.urandom(60000)), 0
    while sent < size:
        client.sendall(piece)
        sent += 60000
    while far.taken < sent:
        time.sleep(0.0005)


def rounds(client, far, size):
    request, space = frame(bytes(10)), bytearray(1 << 16)
    for _ in range(ROUNDS):
        client.sendall(request)
        count = 0
        while count < ANSWER + 4:  # with the head of one frame
            count += client.recv_into(space)


def measure(command, kind, work, size):
    """Seconds, and the gateway's own processor seconds."""
    far, port = Far(kind), free_port()
    gateway = subprocess.Popen([word.format(port=port, far=far.port) for word in command],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with connect(port) as client:
            start = time.monotonic()
            work(client, far, size)
            seconds = time.monotonic() - start
        time.sleep(0.3)
    finally:
        gateway.terminate()
        _, _, usage = os.wait4(gateway.pid, 0)
        far.end()
    return seconds, usage.ru_utime + usage.ru_stime


def median(values):
    return sorted(values)[len(values) // 2]


def main():
    ours = [sys.argv[1], "{port}", "{far}"]
    theirs = ["websockify", "127.0.0.1:{port}", "127.0.0.1:{far}"]
    size = int(sys.argv[2] if len(sys.argv) > 2 else 1024) << 20
    runs = int(os.environ.get("ROOST_BENCH_RUNS", "5"))
    for name, kind, work in [("from the screen", "send", download), ("to the screen", "take", upload),
                             ("round trips", "answer", rounds)]:
        results = {"roost": [], "websockify": []}
        for _ in range(runs):
            results["roost"].append(measure(ours, kind, work, size))
            results["websockify"].append(measure(theirs, kind, work, size))
        amount, unit = (ROUNDS, "/s") if work is rounds else (size >> 20, "MiB/s")
        words, middle = [], {}
        for tool, values in results.items():
            middle[tool] = (median([value[0] for value in values]), median([value[1] for value in values]))
            words.append(f"{tool} {amount / middle[tool][0]:.0f} {unit}, {middle[tool][1]:.2f} s of processor")
        speed = middle["websockify"][0] / middle["roost"][0]
        work_ratio = middle["roost"][1] / middle["websockify"][1]
        print(f"gateway, {name}: {'; '.join(words)}; throughput x{speed:.2f}, processor x{work_ratio:.2f}", flush=True)


if __name__ == "__main__":
    main()
