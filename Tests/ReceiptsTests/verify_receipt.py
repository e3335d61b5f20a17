#!/usr/bin/env python3
"""Verifies a receipt with software that shares no code with casegate.

    pip install 'securesystemslib[crypto]' in-toto-attestation
    verify_receipt.py RECEIPT PUBLIC_KEY [BUNDLE]

RECEIPT is a DSSE envelope or a Sigstore bundle, PUBLIC_KEY a PEM file, BUNDLE the file the receipt is about.
Three verifiers must agree: securesystemslib on the envelope, in-toto-attestation on the statement, and openssl on
the signed bytes. Each must also refuse a receipt with one changed byte. Exits 0 when all do, 1 when one does not.
"""

import copy
import hashlib
import importlib.metadata
import json
import pathlib
import subprocess
import sys
import tempfile

import google.protobuf.json_format as protojson
import in_toto_attestation.predicates.vsa.v1.vsa_pb2 as vsa
import in_toto_attestation.v1.statement_pb2 as statement_pb
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from in_toto_attestation.v1.statement import Statement
from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer import SSlibKey

SVR = "https://in-toto.io/attestation/svr/v0.2"
VSA = "https://slsa.dev/verification_summary/v1"


def check(holds, claim):
    print(("ok      " if holds else "FAILED  ") + claim)
    if not holds:
        sys.exit(1)


def version(package):
    return f"{package} {importlib.metadata.version(package)}"


def envelope_in(document):
    """The DSSE envelope of a receipt in either form."""
    if "dsseEnvelope" not in document:
        return document
    material = document["verificationMaterial"]
    check(material["tlogEntries"] == [], "Sigstore bundle: the log is present and empty")
    check(len(document["dsseEnvelope"]["signatures"]) == 1, "Sigstore bundle: one signature")
    hint = material["publicKey"]["hint"]
    check(hint == document["dsseEnvelope"]["signatures"][0]["keyid"], "Sigstore bundle: the hint is the key id")
    return document["dsseEnvelope"]


def accepted_by_securesystemslib(document, key):
    try:
        # `from_dict` changes what it is given.
        return list(Envelope.from_dict(copy.deepcopy(document)).verify([key], 1)) == [key.keyid]
    except VerificationError:
        return False


def accepted_by_openssl(signed, signature, key_file, is_ed25519):
    with tempfile.TemporaryDirectory() as folder:
        message, sig = pathlib.Path(folder, "message"), pathlib.Path(folder, "signature")
        message.write_bytes(signed)
        sig.write_bytes(signature)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", key_file]
        command += ["-in", str(message), "-sigfile", str(sig)]
        # Ed25519 hashes by itself, and refuses to be told how.
        command += [] if is_ed25519 else ["-digest", "sha256"]
        return subprocess.run(command, capture_output=True).returncode == 0


def main(receipt, key_file, bundle=None):
    document = envelope_in(json.loads(pathlib.Path(receipt).read_bytes()))
    public_key = load_pem_public_key(pathlib.Path(key_file).read_bytes())
    is_ed25519 = isinstance(public_key, Ed25519PublicKey)
    key = SSlibKey.from_crypto(public_key)

    library = version("securesystemslib")
    check(accepted_by_securesystemslib(document, key), f"{library}: signature by key {key.keyid}")
    envelope = Envelope.from_dict(copy.deepcopy(document))
    changed = Envelope(envelope.payload[:-1] + b"?", envelope.payload_type, envelope.signatures).to_dict()
    check(not accepted_by_securesystemslib(changed, key), f"{library}: refuses a changed payload")

    library = version("in-toto-attestation")
    # Strict: an unknown field outside the predicate is an error.
    parsed = protojson.Parse(envelope.payload, statement_pb.Statement())
    Statement.copy_from_pb(parsed).validate()
    check(parsed.predicate_type in (SVR, VSA), f"{library}: statement with predicate {parsed.predicate_type}")
    if parsed.predicate_type == VSA:
        predicate = json.loads(envelope.payload)["predicate"]
        # SLSA defines a list of levels; the class of release 0.9.3 has room for one text only, so they are taken out.
        levels = predicate.pop("verifiedLevels")
        check(levels and all(isinstance(level, str) for level in levels), "VSA: a list of verified levels")
        summary = protojson.ParseDict(predicate, vsa.VerificationSummary())
        check(summary.verification_result == "PASSED", f"{library}: strict VSA predicate, passed")
    digests = [subject.digest["sha256"] for subject in parsed.subject]
    if bundle is not None:
        digest = hashlib.sha256(pathlib.Path(bundle).read_bytes()).hexdigest()
        check(digest in digests, f"hashlib: the bundle's SHA-256 is among {len(digests)} subject(s)")

    program = subprocess.run(["openssl", "version"], capture_output=True, text=True, check=True).stdout.split("(")[0]
    program = program.strip()
    signature = bytes.fromhex(envelope.signatures[key.keyid].signature)
    signed = envelope.pae()
    check(accepted_by_openssl(signed, signature, key_file, is_ed25519), f"{program}: signature over {len(signed)} bytes")
    check(
        not accepted_by_openssl(signed[:-1] + b"?", signature, key_file, is_ed25519),
        f"{program}: refuses a changed byte",
    )


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
