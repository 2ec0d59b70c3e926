"""The tokenizer of uncased BERT models, as WordPiece.java has it: what one gives, the other gives."""

import json
import unicodedata

LONGEST_WORD = 100


class WordPiece:
    def __init__(self, tokenizer_json):
        with open(tokenizer_json, encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        self.unknown = self.vocabulary["[UNK]"]
        self.start = self.vocabulary["[CLS]"]
        self.end = self.vocabulary["[SEP]"]

    def encode(self, text, limit):
        ids = [self.start]
        for word in words(text):
            if len(ids) >= limit - 1:
                break
            ids += self.pieces(word)
        return ids[: limit - 1] + [self.end]

    def pieces(self, word):
        if len(word) > LONGEST_WORD:
            return [self.unknown]
        found, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start:
                piece = word[start:end] if start == 0 else "##" + word[start:end]
                if piece in self.vocabulary:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.vocabulary[piece])
            start = end
        return found


def words(text):
    kept = []
    for c in text[:8000]:
        category = unicodedata.category(c)
        if c.isspace() or category.startswith("Z"):
            kept.append(" ")
        elif c != "\ufffd" and category not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            kept.append(c)
    found, word = [], ""
    for c in unicodedata.normalize("NFD", "".join(kept).lower()):
        category = unicodedata.category(c)
        if category == "Mn":
            continue
        alone = category.startswith("P") or (" " < c < "\x7f" and not c.isalnum()) or "CJK" in unicodedata.name(c, "")
        if (alone or c == " ") and word:
            found.append(word)
            word = ""
        if alone:
            found.append(c)
        elif c != " ":
            word += c
    return found + [word] if word else found
