"""Digital signatures in PDF files: what holds, what was changed, what nobody here can verify."""

from datetime import UTC, datetime

import pytest

from contract_platform.bootstrap import trusted_of
from contract_platform.documents.child import SandboxedReader
from contract_platform.documents.trust_list import TrustListError, trust_list
from contract_platform.domain.signing_vocabulary import SignatureVerdict
from contract_platform.settings import SettingsError, load
from tests.unit.documents.pdf_signing import LATER, NAME, Authority, plain_pdf, signed_pdf, written_over

AT = datetime(2026, 9, 22, tzinfo=UTC)
SIGNATURE_ALGORITHM = bytes.fromhex("06082a8648ce3d040302")  # ecdsa-with-SHA256, RFC 5758
SM2_WITH_SM3 = bytes.fromhex("06082a811ccf55018375")  # 1.2.156.10197.1.501, GM/T 0006


@pytest.fixture(scope="module")
def authority():
    return Authority()


@pytest.fixture(scope="module")
def signed(authority):
    return signed_pdf(authority.signer())


@pytest.fixture(scope="module")
def reader(authority):
    return SandboxedReader(trusted=(authority.pem.decode(),))


@pytest.fixture
def verdicts(reader, tmp_path):
    def asked(data, at=AT, held=reader):
        file = tmp_path / "signed.pdf"
        file.write_bytes(data)
        return [one.verdict for one in held.signatures(file, at)]

    return asked


def test_a_signature_of_a_trusted_certificate_is_valid_and_says_who_signed(reader, signed, tmp_path):
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed)
    [found] = reader.signatures(file, AT)
    assert (found.verdict, found.signer, found.issuer) == (SignatureVerdict.VALID, NAME, "示例根证书")
    assert found.signed_at is not None


def test_both_parties_sign_one_after_the_other(authority, signed, verdicts):
    both = signed_pdf(authority.signer("示例区数据局"), signed, "Signature2")
    assert verdicts(both) == [SignatureVerdict.VALID] * 2


def test_a_page_written_over_in_a_later_revision_is_modified(signed, verdicts):
    assert verdicts(written_over(signed)) == [SignatureVerdict.MODIFIED]


def test_a_byte_changed_inside_the_signed_part_is_modified(signed, verdicts):
    assert verdicts(signed.replace(b"/MediaBox", b"/MediaBoy", 1)) == [SignatureVerdict.MODIFIED]


def test_who_is_not_in_the_trust_list_is_not_trusted(signed, verdicts):
    stranger = signed_pdf(Authority("别的根证书").signer())
    assert verdicts(stranger) == [SignatureVerdict.UNTRUSTED]
    assert verdicts(signed, held=SandboxedReader()) == [SignatureVerdict.UNTRUSTED]


def test_a_certificate_that_was_not_in_force_is_not_trusted(signed, verdicts):
    assert verdicts(signed, LATER) == [SignatureVerdict.UNTRUSTED]


def test_an_algorithm_that_cannot_be_computed_is_not_verifiable(signed, verdicts):
    ours, theirs = (one.hex().upper().encode() for one in (SIGNATURE_ALGORITHM, SM2_WITH_SM3))
    assert ours in signed
    assert verdicts(signed.replace(ours, theirs)) == [SignatureVerdict.UNVERIFIABLE]


def test_a_format_of_seals_of_ones_own_is_not_verifiable(signed, verdicts):
    foreign = signed.replace(b"/adbe.pkcs7.detached", b"/GM.sm2seal.detached", 1)
    assert foreign != signed
    assert verdicts(foreign) == [SignatureVerdict.UNVERIFIABLE]


def test_a_pdf_without_signatures_has_none(verdicts):
    assert verdicts(plain_pdf()) == []


def test_a_broken_file_with_a_signature_is_not_verifiable(signed, verdicts):
    assert verdicts(signed[: len(signed) // 2] + b"/ByteRange") == [SignatureVerdict.UNVERIFIABLE]


def test_the_trust_list_is_a_folder_of_certificates(authority, tmp_path):
    (tmp_path / "root.pem").write_bytes(authority.pem)
    (tmp_path / ".hidden").write_text("not a certificate")
    assert trust_list(tmp_path) == (authority.pem.decode(),)
    assert trusted_of(load({"TRUST_DIR": str(tmp_path)})) == (authority.pem.decode(),)


def test_what_is_no_certificate_is_named_at_the_start(tmp_path):
    (tmp_path / "root.crt").write_text("none")
    with pytest.raises(TrustListError, match=r"root\.crt"):
        trust_list(tmp_path)
    with pytest.raises(SettingsError, match=r"root\.crt"):
        trusted_of(load({"TRUST_DIR": str(tmp_path)}))
