"""A signed copy with digital signatures: changed after signing it is refused, otherwise its signatures are shown."""

from datetime import date

import pytest

from contract_platform.application.compare_signing import compare_signing
from contract_platform.domain.errors import Refused
from contract_platform.domain.signing_vocabulary import SignatureVerdict
from contract_platform.domain.vocabulary import DocumentKind
from tests.unit.application.test_main_line import ready_to_sign
from tests.unit.documents.pdf_signing import NAME, Authority, signed_pdf, written_over


@pytest.fixture
def ready(district):
    district.to(date(2026, 9, 22))
    return ready_to_sign(district)


@pytest.fixture(scope="module")
def signed():
    return signed_pdf(Authority().signer())


def bring(district, contract_id, data, kind=DocumentKind.SIGNED):
    file = district.platform.spool / "签署件.pdf"
    file.write_bytes(data)
    return district.add("handler", contract_id, kind, file)


def test_a_copy_changed_after_signing_is_refused_and_leaves_nothing(district, ready, signed):
    with pytest.raises(Refused) as refused:
        bring(district, ready, written_over(signed))
    assert refused.value.code == "modified_after_signing"
    assert refused.value.params == {"signers": NAME}
    assert district.contract(ready).signed_version_id is None


def test_an_attachment_is_kept_as_it_is(district, ready, signed):
    assert bring(district, ready, written_over(signed), DocumentKind.ATTACHMENT).version.no == 1


def test_the_signatures_of_the_copy_are_shown_where_it_is_compared(district, ready, signed):
    bring(district, ready, signed)
    [found] = compare_signing(district.platform, district.actor("handler"), ready).signatures
    assert (found.signer, found.verdict) == (NAME, SignatureVerdict.UNTRUSTED)


def test_a_copy_that_is_no_pdf_has_no_signatures(district, ready):
    district.upload("handler", ready, DocumentKind.SIGNED, "签署件")
    assert compare_signing(district.platform, district.actor("handler"), ready).signatures == ()
