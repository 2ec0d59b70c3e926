"""
Fine-tunes bge-small on the example questions. docs/model.md says with what outcome.

    python3 training/train.py --base bge-small-en-v1.5-q.onnx --tokenizer bge-small-en-v1.5-q-tokenizer.json --out tuned.pt
"""

import argparse
import os
import random
import time

import torch
from torch.nn import functional as F

import corpus
import encoder as bge
from scoring import PREFIX_PIECES, Vectors
from wordpiece import WordPiece


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--base", required=True)
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--without", nargs="*", default=[], help="policies to leave out wholly, to see how a new one would fare")
    p.add_argument("--frozen", type=int, default=6)
    p.add_argument("--epochs", type=float, default=2)
    p.add_argument("--rate", type=float, default=5e-5)
    p.add_argument("--batch", type=int, default=36)
    p.add_argument("--most", type=int, default=1500, help="rows of one policy in a pass, drawn anew for each")
    p.add_argument("--policies", type=int, default=0, help="train with so many policies only, for a learning curve; 0 for all")
    p.add_argument("--passages", type=int, default=10, help="how many answering clauses learn in each step")
    p.add_argument("--hard", type=int, default=5, help="how many clauses that are near and do not answer learn in each step")
    p.add_argument("--messages", type=int, default=10, help="urgent messages and look-alikes in each step")
    p.add_argument("--heat", type=float, default=0.03, help="temperature of question against clauses")
    p.add_argument("--question-heat", type=float, default=0.05)
    p.add_argument("--like", type=float, default=1.0, help="what question against question counts")
    p.add_argument("--anchor", type=float, default=2.0)
    p.add_argument("--off", type=float, default=0.3)
    p.add_argument("--urgent", type=float, default=0.5)
    p.add_argument("--late", type=float, default=0.5, help="what the comparison of the pieces' vectors counts; 0 leaves it out")
    p.add_argument("--late-heat", type=float, default=0.02)
    p.add_argument("--start", default="", help="a tuned model to go on from")
    p.add_argument("--minutes", type=float, default=0, help="stop after so long, with the rate falling accordingly")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--cache", default="", help="a file that keeps what the base makes of the texts between runs")
    return p.parse_args()


def grades(rows, names):
    at = {c: k for k, c in enumerate(names)}
    y = torch.zeros(len(rows), len(names))
    for i, r in enumerate(rows):
        for c, grade in r.gold.items():
            if c in at:
                y[i, at[c]] = grade / 2
    return y


def soft_cross_entropy(logits, target):
    """Over rows that have a target at all."""
    total = target.sum(1)
    has = total > 0
    if not has.any():
        return logits.sum() * 0
    return -(target[has] / total[has, None] * logits[has].log_softmax(1)).sum(1).mean()


def late(questions, clauses):
    """Questions by clauses: the mean over a question's pieces of the best cosine among the clause's, as LateComparison.java."""
    near = torch.cat(questions) @ torch.cat(clauses).T
    best = torch.stack([part.max(1).values for part in near.split([len(c) for c in clauses], 1)], 1)
    return torch.stack([part.mean(0) for part in best.split([len(q) for q in questions])])


def inner(pieces, skipped):
    """Without what is the same for all: the first piece, the words before a question, the last piece."""
    return pieces[1 + skipped : -1]


class Training:
    """
    A bank keeps each text's latest vector, so that every question is compared with all clauses of all policies and with
    all other questions; only the texts of the step itself learn.
    """

    def __init__(self, args):
        self.args = args
        self.model = bge.load(args.base, args.frozen)
        base = {}
        if args.cache and os.path.exists(args.cache):
            self.model.kept, base = torch.load(args.cache)
        self.vectors = Vectors(self.model, WordPiece(args.tokenizer))
        rows, off, urgent = corpus.read()
        kept = [r for r in rows if r.policy not in args.without and not (r.policy == "social-media" and corpus.held_out(r.text))]
        if args.policies:
            others = sorted({r.policy for r in kept})
            random.shuffle(others)
            kept = [r for r in kept if r.policy in others[: args.policies]]
        off = [r for r in off if not corpus.held_out(r.text)]
        self.rows = kept + off
        self.graded = len(kept)
        self.urgent = [u for u in urgent if not corpus.held_out(u[0])]
        # A clause that no row asks for would only ever be pushed away: a policy that nobody has phrased would lose by it.
        phrased = {r.policy for r in kept}
        clauses = {c: t for c, t in corpus.clauses().items() if c.split("/")[0] in phrased}
        self.names = list(clauses)
        self.y = grades(self.rows, self.names)
        of = [c.split("/")[0] for c in self.names]
        self.compared = torch.tensor([[corpus.comparable(r.policy, p) for p in of] for r in self.rows])
        known = sorted({r.policy for r in self.rows})
        beside = torch.tensor([[corpus.comparable(a, b) and corpus.comparable(b, a) for b in known] for a in known])
        at = torch.tensor([known.index(r.policy) for r in self.rows])
        self.beside = lambda picked: beside[at[picked]][:, at]
        texts = [r.text for r in self.rows] + [t for t, _ in self.urgent]
        self.q_ids = [self.vectors.ids("question", t) for t in texts]
        self.p_ids = [self.vectors.ids("passage", ": ".join(clauses[c])) for c in self.names]
        missing = [t for t in dict.fromkeys(self.q_ids + self.p_ids) if t not in base]
        base.update(zip(missing, self.model.vectors(missing)))
        if args.cache and missing:
            torch.save((self.model.kept, base), args.cache)
        self.q_base, self.p_base = (torch.stack([base[t] for t in ids]) for ids in (self.q_ids, self.p_ids))
        self.q_bank, self.p_bank = self.q_base.clone(), self.p_base.clone()
        flows = sorted({f for _, f in self.urgent})
        self.flow = torch.tensor([flows.index(f) for _, f in self.urgent])
        self.harmless = flows.index("")
        self.calm = torch.tensor([i for i, r in enumerate(self.rows) if corpus.calm(r)])

        if args.start:
            self.model.load_state_dict(torch.load(args.start))
            self.q_bank, self.p_bank = self.model.vectors(self.q_ids), self.model.vectors(self.p_ids)

    def live(self, picked, target):
        """Clauses that learn in this step: some that answer, and for some questions the nearest that does not."""
        wanted = target.sum(0).nonzero().squeeze(1).tolist()
        chosen = random.sample(wanted, min(self.args.passages, len(wanted)))
        near = (self.q_bank[picked] @ self.p_bank.T).masked_fill((target > 0) | ~self.compared[picked], -1)
        answered = (target.sum(1) > 0).nonzero().squeeze(1).tolist()
        hardest = near.max(1).indices[random.sample(answered, min(self.args.hard, len(answered)))].tolist()
        return list(dict.fromkeys(chosen + hardest))

    def step(self, picked, messages):
        a, n = self.args, len(self.rows)
        target = self.y[picked]
        chosen = self.live(picked, target)
        live = torch.tensor(chosen)
        texts = [self.q_ids[i] for i in picked] + [self.q_ids[n + i] for i in messages] + [self.p_ids[i] for i in chosen]
        out, pieces = self.model.whole(texts) if a.late else (self.model(texts), None)
        q, u, p = out.split([len(picked), len(messages), len(chosen)])
        at = torch.tensor(picked)
        passages = self.p_bank.index_copy(0, live, p)
        questions = self.q_bank[:n].index_copy(0, at, q)
        compared = self.compared[picked]
        near = (q @ passages.T).masked_fill(~compared, -1)
        loss = soft_cross_entropy(near / a.heat, target)
        if a.late:
            asked = [inner(t, PREFIX_PIECES) for t in pieces[: len(picked)]]
            if all(len(t) for t in asked):
                said = [inner(t, 0) for t in pieces[len(picked) + len(messages) :]]
                whole = late(asked, said).masked_fill(~compared[:, live], -1)
                loss = loss + a.late * soft_cross_entropy(whole / a.late_heat, target[:, live])
        alike = torch.minimum(target[:, None, :], self.y[None, :, :]).sum(2)
        alike[torch.arange(len(picked)), at] = 0
        logits = (q @ questions.T / a.question_heat).masked_fill(~self.beside(at), -1e4).scatter(1, at[:, None], -1e4)
        loss = loss + a.like * soft_cross_entropy(logits, alike)
        off = target.sum(1) == 0
        if off.any() and not off.all():
            best = near[~off].detach().masked_fill(target[~off] == 0, -1).max(1).values.mean()
            loss = loss + a.off * F.softplus((near[off].max(1).values - best + 0.1) / 0.05).mean()
        if messages:
            loss = loss + a.urgent * self.urgency(u, torch.tensor(messages), questions)
        before = torch.cat([self.q_base[at], self.q_base[[n + i for i in messages]], self.p_base[live]])
        kept = (out * before).sum(1).mean()
        with torch.no_grad():
            self.q_bank[at], self.p_bank[live] = q.detach(), p.detach()
            if messages:
                self.q_bank[[n + i for i in messages]] = u.detach()
        return loss + a.anchor * (1 - kept), kept.item()

    def urgency(self, u, m, questions):
        """A message is drawn to those of its kind, and away from the others and from ordinary questions."""
        known = self.q_bank[len(self.rows) :].index_copy(0, m, u)
        own, all_ = self.flow[m][:, None], self.flow[None, :]
        both_urgent = (own != self.harmless) & (all_ != self.harmless)
        target = (own == all_).float() + 0.5 * (both_urgent & (own != all_)).float()
        target[torch.arange(len(m)), m] = 0
        logits = (u @ known.T / self.args.question_heat).scatter(1, m[:, None], -1e4)
        ordinary = u @ questions[self.calm].T / self.args.question_heat
        ordinary = ordinary.masked_fill(own == self.harmless, -1e4)
        return soft_cross_entropy(torch.cat([logits, ordinary], 1), torch.cat([target, torch.zeros_like(ordinary)], 1))

    def drawn(self):
        """The rows of one pass, mixed: no policy has more than --most of them."""
        by_policy = {}
        for i in random.sample(range(len(self.rows)), len(self.rows)):
            by_policy.setdefault(self.rows[i].policy, []).append(i)
        order = [i for rows in by_policy.values() for i in rows[: self.args.most]]
        random.shuffle(order)
        return order

    def run(self):
        a = self.args
        learning = self.model.learning()
        optimizer = torch.optim.AdamW(learning, lr=a.rate, weight_decay=0.01)
        steps = int(a.epochs * len(self.drawn()) / a.batch)
        done, began, gone = 0, time.time(), 0.0
        order, messages = [], []
        self.model.train()
        while gone < 1:
            if len(order) < a.batch:
                order = self.drawn()
            if len(messages) < a.messages:
                messages = random.sample(range(len(self.urgent)), len(self.urgent))
            picked, order = order[: a.batch], order[a.batch :]
            told, messages = messages[: a.messages], messages[a.messages :]
            warm = min(1.0, (done + 1) / (0.1 * steps))
            for group in optimizer.param_groups:
                group["lr"] = a.rate * warm * max(0.02, 1 - gone)
            loss, kept = self.step(picked, told)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            done += 1
            gone = max(done / steps, (time.time() - began) / 60 / a.minutes if a.minutes else 0)
            if done % 10 == 0 or gone >= 1:
                print(f"{done}/{steps} loss {loss.item():.3f} kept {kept:.3f} {time.time() - began:.0f} s", flush=True)
        torch.save(self.model.state_dict(), a.out)


if __name__ == "__main__":
    torch.set_num_threads(2)
    args = arguments()
    print(args)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    Training(args).run()
