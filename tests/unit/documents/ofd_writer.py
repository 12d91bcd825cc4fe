"""Writes OFD packages (GB/T 33190) for tests: pages of lines, each line a text object."""

import zipfile
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://www.ofdspec.org/2016"
SIZE = 4.5  # millimetres: about 三号
LEFT, TOP, STEP = 30.0, 40.0, 8.0


def text_object(text, x=LEFT, y=TOP, *, size=SIZE, delta=None, ctm=None):
    """One text object whose characters are ``size`` apart, or as ``delta`` says."""
    distances = delta if delta is not None else f"g {max(len(text) - 1, 1)} {size}"
    matrix = f" CTM={quoteattr(ctm)}" if ctm else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 150 {size}" Font="1" Size="{size}"{matrix}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX={quoteattr(distances)}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def page(lines, *, extra=""):
    """The content of a page with these lines, one under the other."""
    objects = "".join(text_object(line, y=TOP + STEP * number) for number, line in enumerate(lines) if line)
    return content(objects + extra)


def content(objects, *, before=""):
    """A page of these objects."""
    return (
        f'<ofd:Page xmlns:ofd="{NAMESPACE}">{before}<ofd:Content><ofd:Layer ID="9">{objects}</ofd:Layer>'
        "</ofd:Content></ofd:Page>"
    )


def parts(pages, *, templates=()):
    """The parts of a package."""
    listed = "".join(f'<ofd:Page ID="{100 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    under = "".join(f'<ofd:TemplatePage ID="{n}" BaseLoc="Tpls/T_{n}.xml"/>' for n in range(len(templates)))
    document = (
        f'<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297'
        f"</ofd:PhysicalBox></ofd:PageArea>{under}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    return {
        "OFD.xml": f'<ofd:OFD xmlns:ofd="{NAMESPACE}" DocType="OFD" Version="1.1"><ofd:DocBody>'
        "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": document,
        **{f"Doc_0/Pages/Page_{n}/Content.xml": one for n, one in enumerate(pages)},
        **{f"Doc_0/Tpls/T_{n}.xml": one for n, one in enumerate(templates)},
    }


def write_ofd(path, pages, *, templates=()):
    """A package with these pages."""
    return write_parts(path, parts(pages, templates=templates))


def write_parts(path, members):
    """A package of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(name, text)
    return path
