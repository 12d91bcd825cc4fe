from hypothesis import given
from hypothesis import strategies as st

from contract_platform.analysis.anchors import make, resolve

WORDS = st.text(alphabet="甲乙方付款𠮷。", min_size=1, max_size=40)


@given(WORDS, st.data())
def test_a_selector_finds_itself(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = make(text, start, end)
    assert selector.exact == text[start:end]
    assert resolve(text, selector) == (start, end)


@given(WORDS)
def test_it_moves_with_its_text(inserted):
    text = "第一条 标的。第二条 价款为十万元。第三条 其他。"
    start = text.index("十万元")
    assert resolve(inserted + text, make(text, start, start + 3)) == (start + len(inserted), start + len(inserted) + 3)


def test_of_several_places_the_one_with_its_context_wins():
    text = "甲方应在十日内付款。乙方应在十日内交货。"
    start = text.index("十日", 10)
    selector = make(text, start, start + 2)
    changed = "新增一款，期限为十日。" + text
    assert resolve(changed, selector) == (start + 11, start + 13)


def test_without_its_text_it_is_an_orphan():
    text = "第一条 标的"
    assert resolve("第二条 价款", make(text, 4, 6)) is None


def test_context_is_sixteen_characters():
    selector = make("甲" * 20 + "乙" + "丙" * 20, 20, 21)
    assert (len(selector.prefix), len(selector.suffix)) == (16, 16)
