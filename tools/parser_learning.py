"""How the parser's network learns from treebanks and from what its teachers label, and how it is scored."""

import argparse
import math
import time
from collections.abc import Callable, Iterable, Iterator

import numpy as np
import torch
from parser_batches import Batch, Flat
from parser_indexes import Indexes
from parser_network import Network
from torch import Tensor

#: A batch, and the tags, heads and relations found in it.
Found = tuple[Batch, Tensor, Tensor, Tensor]


def score(ix: Indexes, find: Callable[[Flat], Iterable[Found]], tests: dict[str, Flat]) -> list[str]:
    """Per cent of words with the right tag, head, and head and relation (without subtype, and with)."""
    device = next(iter(tests.values())).forms.device
    universal = {name: i for i, name in enumerate(dict.fromkeys(r.split(":")[0] for r in ix.relations))}
    cut = torch.tensor([universal[r.split(":")[0]] for r in ix.relations], device=device)
    out = []
    for name, data in tests.items():
        counts = torch.zeros(5, device=device)
        for batch, upos, heads, relations in find(data):
            gold = {k: v[..., 0] for k, v in batch.rows.items()}
            known = {k: v[..., 0] > 0 for k, v in batch.shares.items()}
            right = (heads == gold["heads"]) & batch.real
            labels = right & known["relations"]
            whole = labels & (relations == gold["relations"])
            tags = (upos == gold["upos"]) & known["upos"] & batch.real
            part = labels & (cut[relations] == cut[gold["relations"]])
            counts += torch.stack([t.sum() for t in (batch.real, tags, right, part, whole)])
        upos_, uas, las, full = (100 * counts[1:] / counts[0]).tolist()
        out.append(f"{name} UPOS {upos_:.2f} UAS {uas:.2f} LAS {las:.2f} (subtypes {full:.2f})")
    return out


def learn(network: Network, gold: Flat, news: Flat | None, args: argparse.Namespace) -> Network:
    """Run Adam with a warm-up and a cosine to nothing over the time given; average the last weights.

    A share of the batches are the treebanks', more of them in the last fifth.
    """
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=1.0, betas=(0.9, 0.98), weight_decay=0.0, fused=True, eps=1e-8
    )
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.99)
    )
    generator = np.random.default_rng(args.seed)

    def endless(data: Flat, words: int) -> Iterator[Batch]:
        while True:
            for _, batch in data.batches(words, generator):
                yield batch

    of_gold = endless(gold, args.batch // 4)
    of_news = endless(news, args.batch) if news else of_gold
    start, step, done, said = time.monotonic(), 0, 0.0, 0.0
    network.train()
    while done < 1:
        done = min(1.0, (time.monotonic() - start) / args.seconds)
        batch = next(of_gold if generator.random() < (args.gold if done < 0.8 else 2 * args.gold) else of_news)
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1, (step + 1) / 300) * (0.5 + 0.5 * math.cos(math.pi * done) + 0.002)
        loss = network.loss(batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        step += 1
        if step % 5 == 0 or done >= 1:
            average.update_parameters(network)
        if done - said > 0.1 or done >= 1:
            said = done
            print(f"{args.out.stem}: step {step} {done:.0%} loss {loss:.3f}", flush=True)
    return average.module
