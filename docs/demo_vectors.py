"""Makes recsys/data/vectors.npz again: run it after a change to the demo catalogue.

python docs/demo_vectors.py
"""

from embedding.sentence import SentenceEncoder
from embedding.source import packaged_model
from recsys.shipped import write_vectors

if __name__ == "__main__":
    write_vectors(SentenceEncoder(packaged_model()))
