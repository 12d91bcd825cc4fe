"""Hashes, signatures, trees and canonical JSON against published values and against other implementations."""

import hashlib
import json
from datetime import UTC, datetime

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.application.trace import canonical
from contract_platform.domain import chain, merkle
from contract_platform.trace_verifier import chain as checking
from contract_platform.trace_verifier import ed25519
from contract_platform.trace_verifier.hashing import HASHERS, Sm3
from storage.witness.notary import DIGESTS, sha256
from tests.contract.records import event

# the leaves and roots with which implementations of RFC 6962 are tested
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
RFC_8032 = [  # public key, message, signature
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
]


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_rfc_6962(size):
    leaves = [sha256(b"\x00" + bytes.fromhex(leaf)) for leaf in LEAVES[:size]]
    tree, checked = merkle.Tree(sha256), checking.Tree(hashlib.sha256)
    tree.extend(leaves)
    checked.extend(leaves)
    assert tree.root().hex() == checked.root().hex() == ROOTS[size - 1]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.data())
def test_paths_lead_to_the_root_and_no_other_leaf_does(steps, data):
    leaves = [sha256(str(number).encode()) for number in range(sum(steps))]
    index = data.draw(st.integers(0, len(leaves) - 1))
    tree = merkle.Tree(sha256, watched=merkle.siblings(index, len(leaves)))
    for step in steps:  # however it grew
        tree.extend(leaves[tree.size : tree.size + step])
    path = tree.path(index)
    assert checking.includes(tree.root(), tree.size, index, leaves[index], path, hashlib.sha256)
    assert not checking.includes(tree.root(), tree.size, index, sha256(b"other"), path, hashlib.sha256)
    assert not checking.includes(tree.root(), tree.size, index, leaves[index], (*path, bytes(32)), hashlib.sha256)
    if len(leaves) > 1:
        assert not checking.includes(tree.root(), tree.size, index ^ 1, leaves[index], path, hashlib.sha256)


@given(st.integers(1, 300), st.integers(1, 300))
def test_a_tree_goes_on_from_its_complete_subtrees(first, then):
    leaves = [sha256(str(number).encode()) for number in range(first + then)]
    straight, broken = merkle.Tree(sha256), merkle.Tree(sha256)
    straight.extend(leaves)
    broken.extend(leaves[:first])
    resumed = merkle.Tree.resumed(sha256, first, broken.complete())
    resumed.extend(leaves[first:])
    assert (resumed.root(), resumed.complete()) == (straight.root(), straight.complete())


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_signatures_of_rfc_8032_hold(public, message, signature):
    given_ = [bytes.fromhex(part) for part in (public, message, signature)]
    assert ed25519.verify(*given_)
    assert not ed25519.verify(given_[0], given_[1] + b"x", given_[2])


@given(st.binary(max_size=200), st.integers(0, 511))
def test_signatures_of_openssl_hold_until_a_bit_changes(message, bit):
    key = Ed25519PrivateKey.generate()
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    assert ed25519.verify(public, message, signature)
    changed = (int.from_bytes(signature, "little") ^ (1 << bit)).to_bytes(64, "little")
    assert not ed25519.verify(public, message, changed)


def test_the_second_spelling_of_a_signature_is_refused():
    key = Ed25519PrivateKey.generate()
    signature = key.sign(b"x")
    s = int.from_bytes(signature[32:], "little") + ed25519.ORDER
    assert not ed25519.verify(key.public_key().public_bytes_raw(), b"x", signature[:32] + s.to_bytes(32, "little"))


def test_sm3_is_that_of_the_standard():
    assert Sm3(b"abc").digest().hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert Sm3(b"abcd" * 16).digest().hex() == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"


@given(st.binary(max_size=300))
def test_both_hash_functions_are_the_same_on_both_sides(data):
    assert Sm3(data).digest() == HASHERS["sm3"](data).digest() == DIGESTS["sm3"](data)
    assert HASHERS["sha256"](data).digest() == DIGESTS["sha256"](data)


texts = st.text(st.characters(codec="utf-8"), max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"\A[a-z_]{1,8}\Z"), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"\A[a-z_]{1,8}\Z"), values, max_size=4), texts)
def test_what_is_hashed_is_canonical_json(data, text):
    instant = datetime(2026, 3, 2, 1, 0, 0, 120, UTC)
    written = msgspec.structs.replace(event("e"), data=canonical(data), address=text, event_time=instant)
    body = chain.body(written, 7, None, "sm3")
    read = json.loads(body)
    assert body == json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert (read["data"], read["address"], read["seq"], read["algorithm"]) == (data, text, 7, "sm3")
    assert (read["event_time"], read["recorded_at"]) == ("2026-03-02T01:00:00.000120Z", "2026-03-02T01:00:00Z")


def test_every_part_of_the_envelope_is_hashed():
    known = set(msgspec.structs.asdict(event("e"))) - {"hash"} | {"algorithm"}
    assert set(json.loads(chain.body(event("e"), 1, None, "sha256"))) == known
