#!/usr/bin/python3
"""Makes envelope_vectors.json: what another implementation (Debian's python3-cryptography and python3-msgpack) writes.

Run once; the table is kept, so that the tests need neither:
    ./make_envelope_vectors.py > envelope_vectors.json
Everything random is fixed here, so another run writes the same.
"""

import base64
import hashlib
import json

import msgpack
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def url64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def derived(label, size):
    return hashlib.shake_256(label.encode()).digest(size)


def point(key):
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def integers(data, filename):
    """As Rust's rmp-serde writes a Vec<u8>."""
    return msgpack.packb([list(data), filename])


def binary(data, filename):
    return msgpack.packb([data, filename], use_bin_type=True)


def secret(name, pack, data, filename=None, ours=False):
    """ours: our clients write it alike."""
    key, nonce = derived("key " + name, 32), derived("nonce " + name, 12)
    payload = pack(data, filename)
    return {
        "name": name,
        "key": url64(key),
        "digest": url64(hashlib.sha256(payload).digest()[:16]),
        "sealed": base64.b64encode(nonce + AESGCM(key).encrypt(nonce, payload, None)).decode(),
        "payload": payload.hex(),
        "data": data.hex(),
        "filename": filename,
        "ours": ours,
    }


def answer(name, data, filename=None, request="01KAHV3R8J0000000000000000"):
    asker = ec.derive_private_key(int.from_bytes(derived("asker " + name, 32), "big") >> 1, ec.SECP256R1())
    ephemeral = ec.derive_private_key(int.from_bytes(derived("ephemeral " + name, 32), "big") >> 1, ec.SECP256R1())
    shared = ephemeral.exchange(ec.ECDH(), asker.public_key())
    key = HKDF(hashes.SHA256(), 32, request.encode(), b"gatehouse secret request v1").derive(shared)
    nonce = derived("nonce " + name, 12)
    sealed = AESGCM(key).encrypt(nonce, binary(data, filename), None)
    return {
        "name": name,
        "private": asker.private_numbers().private_value.to_bytes(32, "big").hex(),
        "public": url64(point(asker)),
        "fingerprint": url64(hashlib.sha256(point(asker)).digest()[:16]),
        "request": request,
        "answer": base64.b64encode(point(ephemeral) + nonce + sealed).decode(),
        "data": data.hex(),
        "filename": filename,
    }


ALL = bytes(range(256))
HOSTILE = {
    "nothing": b"",
    "no array": b"\xc4\x01a",
    "an array of one": b"\x91\xc4\x01a",
    "an array of three": b"\x93\xc4\x01a\xc0\xc0",
    "a map": msgpack.packb({"data": b"a", "filename": None}),
    "a number": b"\x2a",
    "cut off in the length": b"\x92\xc5\x01",
    "cut off in the data": b"\x92\xc4\x05abc",
    "cut off before the name": b"\x92\xc4\x01a",
    "cut off in the name": b"\x92\xc4\x01a\xa5abc",
    "cut off in the integers": b"\x92\x93\x01\x02",
    "cut off in an integer": b"\x92\x91\xcc",
    "a bin of 4 GiB": b"\x92\xc6\xff\xff\xff\xffa\xc0",
    "4 Gi integers": b"\x92\xdd\xff\xff\xff\xff\x01\xc0",
    "65535 integers": b"\x92\xdc\xff\xff\x01\xc0",
    "a name of 4 GiB": b"\x92\xc4\x01a\xdb\xff\xff\xff\xffa",
    "integers in integers": b"\x92\x91\x91\x01\xc0",
    "deep in arrays": b"\x91" * 5000 + b"\xc0",
    "an integer above 255": b"\x92\x91\xcd\x01\x00\xc0",
    "a negative integer": b"\x92\x91\xff\xc0",
    "a signed integer": b"\x92\x91\xd0\xff\xc0",
    "a float": b"\x92\x91\xca\x00\x00\x00\x00\xc0",
    "data that is a string": msgpack.packb(["abc", None]),
    "data that is nil": msgpack.packb([None, None]),
    "a name that is bin": b"\x92\xc4\x01a\xc4\x01b",
    "a name that is a number": b"\x92\xc4\x01a\x07",
    "a name that is no UTF-8": b"\x92\xc4\x01a\xa2\xc3\x28",
    "a name with a lone surrogate": b"\x92\xc4\x01a\xa3\xed\xa0\x80",
    "something behind": b"\x92\xc4\x01a\xc0\x00",
    "an extension": b"\x92\xd4\x01a\xc0",
}

print(json.dumps({
    "made_by": "make_envelope_vectors.py, python3-cryptography 38 and python3-msgpack 1.0",
    "secrets": [
        secret("a text, bin", binary, b"correct horse battery staple"),
        secret("a text, integers", integers, b"correct horse battery staple", ours=True),
        secret("a file, bin", binary, ALL + ALL, "all bytes.bin"),
        secret("a file, integers", integers, ALL + ALL, "all bytes.bin", ours=True),
        secret("a longer file, bin", binary, ALL * 4, "all bytes.bin", ours=True),
        secret("nothing, bin", binary, b"", None),
        secret("nothing, integers", integers, b"", None, ours=True),
        secret("a few integers", integers, b"\x00\x7f\x80\xff", "a", ours=True),
        secret("a name beyond ASCII", integers, "naïve — 秘密".encode(), "ファイル 🎉.txt", ours=True),
        secret("a long name", integers, b"x", "n" * 300, ours=True),
        secret("a path for a name", binary, b"x", "../../etc/passwd"),
    ],
    "hostile_payloads": [{"name": name, "payload": payload.hex()} for name, payload in HOSTILE.items()],
    "answers": [
        answer("a text", b"the password is swordfish"),
        answer("a file", ALL, "all bytes.bin"),
        answer("another request", b"x", None, "01KAHV3R8J0000000000000001"),
    ],
}, indent=1, ensure_ascii=True))
