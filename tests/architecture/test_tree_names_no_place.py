"""The tree can be copied anywhere: it names no package host, no download address and no path of one machine."""

import re

import pytest

from tests.architecture.sources import files, text

URL = re.compile(r"\b(?:https?|ftp|git|ssh)://([^\s/\"'<>)\]}`:?#,;]+)", re.IGNORECASE)
# addresses that are names (XML namespaces, licences), patterns and blanks, or that lead nowhere but here
NAMES = re.compile(
    r"(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1\]|test|testserver(?:\.local)?|(?:[\w-]+\.)*example(?:\.\w+)?"
    r"|(?:[\w-]+\.)*(?:invalid|test)|[^\w].*|schemas\.openxmlformats\.org|schemas\.microsoft\.com|www\.ofdspec\.org|(?:www\.)?w3\.org"
    r"|purl\.org|purl\.oclc\.org|json-schema\.org|spec\.openapis\.org|www\.rfc-editor\.org|evil\.[\w.]+)",
    re.IGNORECASE,
)
HOSTS = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|npmmirror|unpkg|jsdelivr|docker|ghcr|quay|crates|rubygems|anaconda)\.(?:org|com|io|net)\b"
    r"|\b(?:deb|security|archive|ports|snapshot)\.(?:debian|ubuntu)\.(?:org|com)\b"
    r"|\b(?:mirrors?|registry|repo)\.[\w-]+\.(?:org|com|cn|net|edu)\b",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.*-])/(?:work|root|home|opt|Users|mnt|srv)/[\w.-]")
TEXTS = [path for path in files() if text(path) is not None]


def found(pattern, path):
    return [match[0] for match in pattern.finditer(text(path) or "")]


@pytest.mark.parametrize("pattern", [HOSTS, MACHINE], ids=["host", "machine"])
def test_no_file_names_a_package_host_or_a_machine(pattern):
    assert {str(path): hits for path in TEXTS if (hits := found(pattern, path))} == {}


def test_every_address_is_a_name_or_leads_nowhere():
    # npm's lock lists whom to thank for a package; it is held to the two patterns above
    # and so do the licences of fonts, which have to go with them unchanged
    read = [path for path in TEXTS if path.name != "package-lock.json" and path.parent.name != "fonts"]
    strange = {
        str(path): hosts
        for path in read
        if (hosts := [match[1] for match in URL.finditer(text(path) or "") if not NAMES.fullmatch(match[1])])
    }
    assert strange == {}


@pytest.mark.parametrize(
    "sample", ["https://" + "files.pythonhosted" + ".org/x", "deb" + ".debian.org", "mirrors" + ".aliyun.com"]
)
def test_the_pattern_sees_a_host(sample):
    assert HOSTS.search(sample)


def test_the_pattern_sees_a_machine():
    assert MACHINE.search("see /" + "root/.cache")
