"""The classifier is trained the same everywhere, is calibrated on held-out fragments, and explains itself exactly."""

import json

import numpy as np
import pytest
import skops.io
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.sparse import hstack
from sklearn.feature_extraction.text import HashingVectorizer

from core.errors import UsageError
from core.records import Sign
from models.classifier import SHIPPED, Classifier
from models.corpus import LANGUAGES, examples
from models.features import matrix, plain
from models.train import FOLDS, PER_LANGUAGE, SEED, platt, save, train

SIGN = Sign("RF01_UPFRONT_FEE", "1", "B", 0, 4, "fee", "cue", 1.0, 1.0)


@pytest.fixture(scope="module")
def shipped() -> Classifier:
    return Classifier.load()


@pytest.mark.full
def test_the_shipped_model_is_what_training_gives(shipped: Classifier) -> None:
    again = train(examples(SEED, PER_LANGUAGE, FOLDS))
    assert again.version == shipped.version
    assert np.allclose(again.regression.coef_, shipped.regression.coef_, atol=2e-3)
    assert again.slope == pytest.approx(shipped.slope, abs=2e-3)


def test_no_text_of_one_fold_shares_a_fragment_with_another_fold() -> None:
    texts = examples(3, 300, 3)
    kept = {fold: {one.text for one in texts if one.fold == fold} for fold in range(3)}
    assert not kept[0] & kept[1]
    assert {one.language for one in texts} == set(LANGUAGES)
    assert 0.25 < np.mean([one.signal for one in texts]) < 0.4


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_out_scores_do_not_sink(shipped: Classifier, language: str) -> None:
    floor = {"en": 0.90, "ms": 0.90, "id": 0.80, "es": 0.80, "fr": 0.80}
    assert shipped.facts["held_out"][language]["roc_auc"] >= floor[language]


def test_what_is_said_is_what_is_true_in_the_middle_of_the_scale(shipped: Classifier) -> None:
    for row in shipped.facts["reliability"]:
        if row["texts"] >= 150:
            assert abs(row["said"] - row["true"]) < 0.15


def test_a_worker_who_was_robbed_of_papers_and_pay_ranks_above_an_ordinary_job(shipped: Classifier) -> None:
    bad = shipped.opinion("", "my boss took our passports and we have not been paid for five months", "en", [SIGN])
    plain_job = shipped.opinion("", "Waiter wanted in Galway, full time, staff meals, send your CV", "en", [])
    assert bad.probability is not None
    assert plain_job.probability is not None
    assert bad.probability > plain_job.probability + 0.3


def test_it_abstains_on_languages_it_never_saw_and_on_scraps(shipped: Classifier) -> None:
    assert shipped.opinion("", "Szukam pracy w magazynie, pilne", "pl", []).abstained == "not trained on language 'pl'"
    assert shipped.opinion("", "hi", "en", []).abstained == "too short to judge"


def test_shares_of_words_add_up_to_the_words_part_of_the_score(shipped: Classifier) -> None:
    opinion = shipped.opinion("", "passport taken, wages kept", "en", [SIGN])
    words = dict(opinion.words)
    assert any("passport" in word for word in words)
    assert all(abs(share) < 10 for share in words.values())


def test_pseudonyms_are_not_learnt() -> None:
    one, other = matrix(["call [PHONE:1a2b3c4d] now"]), matrix(["call [PHONE:99999999] now"])
    assert (one != other).nnz == 0
    assert "1a2b3c4d" not in plain("call [PHONE:1a2b3c4d]")


def test_a_saved_model_is_the_same_when_loaded(tmp_path, shipped: Classifier) -> None:
    save(shipped, tmp_path)
    again = Classifier.load(tmp_path)
    text = "the agent keeps our passports, no pay since March"
    assert again.opinion("", text, "en", []) == shipped.opinion("", text, "en", [])


def test_a_model_that_holds_foreign_types_is_refused(tmp_path) -> None:
    skops.io.dump({"regression": np.random.default_rng, "slope": 1.0}, tmp_path / "signal.skops")
    (tmp_path / "card.json").write_text(json.dumps({"version": "0"}))
    with pytest.raises(UsageError, match="not trusted"):
        Classifier.load(tmp_path)


def test_a_missing_model_says_how_to_make_one(tmp_path) -> None:
    with pytest.raises(UsageError, match=r"python -m models\.train"):
        Classifier.load(tmp_path)


@given(st.floats(-3, 3), st.floats(0.2, 4))
@example(-0.125, 0.2)  # Newton's steps without a brake ran away here
def test_platt_finds_the_sigmoid_that_made_the_labels(offset: float, steep: float) -> None:
    hand = np.random.default_rng(0)
    scores = hand.normal(0, 2, 4000)
    labels = hand.random(4000) < 1 / (1 + np.exp(-(steep * scores + offset)))
    if 50 < labels.sum() < 3950:
        slope, found = platt(scores, labels)
        assert -slope == pytest.approx(steep, abs=0.25 + steep * 0.2)
        assert -found == pytest.approx(offset, abs=0.5)


def test_the_card_names_data_scores_and_failures(shipped: Classifier) -> None:
    assert {"trained_on", "held_out", "reliability", "fails_where", "languages"} <= set(shipped.facts)
    assert (SHIPPED / "signal.skops").stat().st_size < 1_000_000


@given(
    st.lists(
        st.text(max_size=60) | st.sampled_from(["Kerja kosong, RM50 sehari!", "a b  cd\nefg hij", "x"]), max_size=4
    )
)
def test_hashed_n_grams_are_those_of_scikit_learn(texts: list[str]) -> None:
    words = HashingVectorizer(ngram_range=(1, 2), n_features=2**15, alternate_sign=False, token_pattern=r"(?u)\b\w+\b")
    characters = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 4), n_features=2**14, alternate_sign=False)
    for text in texts:
        peer = hstack([words.transform([plain(text)]), characters.transform([plain(text)])])
        assert np.abs(matrix([text]) - peer).max() < 1e-12
