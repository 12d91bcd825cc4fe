from hypothesis import given
from hypothesis import strategies as st

from contract_platform.policy.numbering import NumberTemplate

TEMPLATE = NumberTemplate(template="合〔{yyyy}〕{seq:4}号", basis="x", provenance="default")


def test_the_counter_is_filled_with_zeros_and_grows_beyond_its_width():
    assert [TEMPLATE.fill(2026, seq) for seq in (1, 9999, 10000)] == [
        "合〔2026〕0001号",
        "合〔2026〕9999号",
        "合〔2026〕10000号",
    ]


def test_a_counter_without_width_is_plain():
    plain = NumberTemplate(template="{yyyy}-{seq}", basis="x", provenance="default")
    assert plain.fill(2026, 12) == "2026-12"


@given(
    st.tuples(st.integers(2000, 2100), st.integers(1, 10**6)), st.tuples(st.integers(2000, 2100), st.integers(1, 10**6))
)
def test_no_number_comes_twice(one, other):
    assert (TEMPLATE.fill(*one) == TEMPLATE.fill(*other)) == (one == other)
