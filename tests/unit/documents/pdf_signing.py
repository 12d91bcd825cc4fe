"""Certificates and signed PDF files made for tests."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from fpdf import FPDF
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

FROM = datetime(2026, 1, 1, tzinfo=UTC)
UNTIL = datetime(2027, 1, 1, tzinfo=UTC)
NAME = "示例科技有限公司"


class Authority:
    """Issues certificates; its own is the one to trust."""

    def __init__(self, name="示例根证书"):
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = named(name)
        self.certificate = self._issue(self._name, self._key, authority=True)

    @property
    def pem(self):
        return self.certificate.public_bytes(Encoding.PEM)

    def signer(self, name=NAME):
        """Somebody who signs PDF files."""
        key = ec.generate_private_key(ec.SECP256R1())
        held = pkcs12.serialize_key_and_certificates(
            b"signer", key, self._issue(named(name), key, authority=False), [self.certificate], NoEncryption()
        )
        return signers.SimpleSigner.load_pkcs12_data(held, other_certs=[])

    def _issue(self, subject, key, *, authority):
        usage = x509.KeyUsage(not authority, not authority, False, False, False, authority, authority, False, False)
        made = x509.CertificateBuilder(self._name, subject, key.public_key(), x509.random_serial_number(), FROM, UNTIL)
        made = made.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        return made.add_extension(usage, critical=True).sign(self._key, hashes.SHA256())


def named(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def plain_pdf(text="Contract, 300000.00 yuan"):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.cell(text=text)
    return bytes(pdf.output())


def signed_pdf(signer, data=None, field="Signature1"):
    """The PDF with one more signature."""
    writer = IncrementalPdfFileWriter(BytesIO(data or plain_pdf()))
    meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256")
    return signers.sign_pdf(writer, meta, signer=signer).getvalue()


def written_over(data):
    """The page says something else in a later revision, with every signature left as it is."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT /F1 12 Tf (9000000.00) Tj ET"))
    writer.update_container(page)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


LATER = UNTIL + timedelta(days=1)
