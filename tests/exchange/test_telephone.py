import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange import crockford, telephone

codes = st.binary(max_size=20).map(lambda data: telephone.code(hashlib.sha256(data).hexdigest()))


def test_a_code_is_the_first_35_bits_and_a_check_symbol() -> None:
    digest = "f" * 8 + "e" + "0" * 55
    assert telephone.code(digest)[:7] == "ZZZZZZZ"
    assert telephone.code("0" * 64)[:7] == "0000000"
    assert len(telephone.code(digest)) == 8


@given(codes, st.integers(0, 7), st.sampled_from(crockford.ALPHABET))
def test_one_symbol_heard_wrong_is_always_noticed(code: str, place: int, symbol: str) -> None:
    heard = code[:place] + symbol + code[place + 1 :]
    assert telephone.is_valid(heard) == (heard == code)


def test_two_neighbours_swapped_are_noticed_but_for_one_pair_in_five_hundred() -> None:
    pairs = [(a, b) for a in crockford.ALPHABET for b in crockford.ALPHABET if a < b]
    missed = sum(telephone.is_valid(_swapped(a, b)) for a, b in pairs)
    assert (missed, len(pairs)) == (1, 496)


def _swapped(first: str, second: str) -> str:
    whole = crockford.with_check(f"7K{first}{second}Q2M")
    return whole[:2] + second + first + whole[4:]


@given(codes)
def test_a_code_may_be_typed_in_any_case_with_spaces_and_letters_that_look_like_figures(code: str) -> None:
    typed = f" {code[:4]} - {code[4:]}".lower().replace("0", "o").replace("1", "l")
    assert telephone.is_valid(typed)
    assert telephone.is_valid(code.replace("1", "i"))


@pytest.mark.parametrize("typed", ["", "0", "ABCDEFGH1", "UUUUUUUU", "ơđ", "1234567"])
def test_what_is_no_code_is_not_valid(typed: str) -> None:
    assert not telephone.is_valid(typed)


def test_a_code_belongs_to_one_digest() -> None:
    digest, other = hashlib.sha256(b"1").hexdigest(), hashlib.sha256(b"2").hexdigest()
    assert telephone.matches(telephone.code(digest).lower(), digest)
    assert not telephone.matches(telephone.code(digest), other)


@given(st.integers(0, 2**130 - 1))
def test_crockford_reads_back_what_it_wrote(number: int) -> None:
    assert crockford.decode(crockford.encode(number, 26)) == number


@pytest.mark.parametrize("symbol", crockford.ALPHABET)
def test_a_check_symbol_alone_says_nothing(symbol: str) -> None:
    assert not crockford.is_whole(symbol)


@given(st.text(crockford.ALPHABET, min_size=1, max_size=30))
def test_whatever_gets_a_check_symbol_is_whole_with_it(symbols: str) -> None:
    assert crockford.is_whole(crockford.with_check(symbols))
    assert crockford.encode(crockford.decode(symbols), len(symbols)) == symbols
