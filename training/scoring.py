"""Scores of rows that did not train: ranking with and without example questions, urgent messages, answerability."""

import numpy as np

import corpus
from encoder import PASSAGE_PIECES, QUESTION_PIECES, QUESTION_PREFIX

PREFIX_PIECES = 8
"""Of QUESTION_PREFIX."""


class Vectors:
    """Unit vectors of texts by one encoder, each computed once."""

    def __init__(self, encoder, tokenizer, known=None):
        self.encoder, self.tokenizer, self.known = encoder, tokenizer, known if known is not None else {}

    def _all(self, kind, texts):
        missing = [t for t in dict.fromkeys(texts) if (kind, t) not in self.known]
        if missing:
            vectors = self.encoder.vectors([self.ids(kind, t) for t in missing]).numpy()
            self.known.update({(kind, t): v for t, v in zip(missing, vectors)})
        return np.stack([self.known[kind, t] for t in texts])

    def ids(self, kind, text):
        if kind == "question":
            return tuple(self.tokenizer.encode(QUESTION_PREFIX + text, QUESTION_PIECES))
        return tuple(self.tokenizer.encode(text, PASSAGE_PIECES))

    def questions(self, texts):
        return self._all("question", texts)

    def passages(self, texts):
        return self._all("passage", texts)


class Ridge:
    """As KernelRidge.java."""

    def __init__(self, x, y, gamma, ridge):
        self.centre, self.gamma = x.mean(0), gamma
        self.x = self.moved(x)
        self.weights = np.linalg.solve(self.kernel(self.x) + ridge * np.eye(len(x)), y)

    def moved(self, x):
        x = x - self.centre
        return x / np.linalg.norm(x, axis=1, keepdims=True)

    def kernel(self, a):
        return np.exp(-self.gamma * (2 - 2 * a @ self.x.T))

    def at(self, x):
        return self.kernel(self.moved(x)) @ self.weights


def ranking(scores, names, golds):
    """nDCG@3 with linear gains, success@1 and hit@3 (an answering clause), as Outcome.java."""
    discount = 1 / np.log2(np.arange(3) + 2)
    found = []
    for row, gold in zip(scores, golds):
        if not gold:
            continue
        grades = [gold.get(names[k], 0) for k in np.argsort(-row)[:3]]
        ideal = sorted(gold.values(), reverse=True)[:3]
        found.append((np.dot(grades, discount) / np.dot(ideal, discount[: len(ideal)]), grades[0] == 2, 2 in grades))
    return np.array(found, float).mean(0)


def auroc(positive, negative):
    both = np.concatenate([positive, negative])
    ranks = both.argsort().argsort() + 1
    n = len(positive)
    return (ranks[:n].sum() - n * (n + 1) / 2) / (n * len(negative))


def cosines(vectors, questions, policy, clauses):
    """Half the clause's, half its best sentence's, as HybridSearch.java; and the clauses' names."""
    names = [c for c in clauses if c.startswith(policy + "/")]
    return near(vectors, questions, names, clauses), names


def near(vectors, questions, names, clauses):
    q = vectors.questions([r.text for r in questions])
    whole = q @ vectors.passages([": ".join(clauses[c]) for c in names]).T
    best = np.empty_like(whole)
    for k, name in enumerate(names):
        heading, text = clauses[name]
        parts = vectors.passages([heading + ": " + s for s in corpus.sentences(text)])
        best[:, k] = np.maximum(whole[:, k], (q @ parts.T).max(1))
    return (whole + best) / 2


def cold(vectors, rows, clauses):
    policies = sorted({r.policy for r in rows})
    parts = []
    for policy in policies:
        own = [r for r in rows if r.policy == policy]
        scores, names = cosines(vectors, own, policy, clauses)
        parts.append(ranking(scores, names, [r.gold for r in own]))
    return np.mean(parts, 0)


def warm(vectors, learnt, off, held, clauses, gamma=1.0, ridge=0.3, counts=2.0, policy="social-media"):
    """Kernel ridge over the rows learnt; also gives cosines and likeness of what is held, for more."""
    base, names = cosines(vectors, held, policy, clauses)
    x = vectors.questions([r.text for r in learnt] + [": ".join(clauses[c]) for c in names] + [r.text for r in off])
    y = np.zeros((len(x), len(names)))
    at = {c: k for k, c in enumerate(names)}
    for i, r in enumerate(learnt):
        for c, grade in r.gold.items():
            if c in at:
                y[i, at[c]] = grade / 2
    for k in range(len(names)):
        y[len(learnt) + k, k] = 1
    like = Ridge(x, y, gamma, ridge).at(vectors.questions([r.text for r in held]))
    scores = base + counts * like
    return ranking(scores, names, [r.gold for r in held]), base, like, scores


def answerability(vectors, learnt, off_learnt, held, off_held, clauses, **kernel):
    """AUROC of held-out rows against held-out off topic: by mean cosine of the best ten, by their likeness, by both."""
    _, base, like, scores = warm(vectors, learnt, off_learnt, list(held) + list(off_held), clauses, **kernel)
    best = np.argsort(-scores, 1)[:, :10]
    mean = np.take_along_axis(base, best, 1).mean(1)
    whole = np.take_along_axis(like, best, 1).sum(1)
    n = len(held)
    both = mean / mean.std() + whole / whole.std()
    return [auroc(s[:n], s[n:]) for s in (mean, whole, both)]


def urgent(vectors, learnt, harmless, held, harmless_held, gamma=1.0, ridge=0.3):
    """
    Of held-out messages: AUROC against look-alikes and against ordinary questions, and the shares of both that are
    stopped where 95% of the urgent ones are.
    """
    x = vectors.questions([t for t, _ in learnt] + harmless)
    y = np.array([[bool(flow)] for _, flow in learnt] + [[False]] * len(harmless), float)
    model = Ridge(x, y, gamma, ridge)
    scores = model.at(vectors.questions([t for t, _ in held]))[:, 0]
    yes = np.array([bool(flow) for _, flow in held])
    ordinary = model.at(vectors.questions(harmless_held))[:, 0]
    threshold = np.quantile(scores[yes], 0.05)
    return (
        auroc(scores[yes], scores[~yes]),
        auroc(scores[yes], ordinary),
        (scores[~yes] >= threshold).mean(),
        (ordinary >= threshold).mean(),
        threshold,
    )
