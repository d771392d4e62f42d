"""The same measures by igraph (C), one line of JSON each: python3 igraph_side.py FILE NODES. Times include making the Python answer."""

import array
import ctypes
import itertools
import json
import math
import resource
import sys
import time

import igraph

RUNS, WARM, PATIENCE, LONG = 20, 0.3, 3, 0.01  # as in timing.ts
file, size = sys.argv[1], int(sys.argv[2])
ends = array.array('i')
with open(file, 'rb') as source:
    ends.frombytes(source.read())
half = len(ends) // 2
pairs = list(zip(ends[:half], ends[half:]))
igraph.set_random_number_generator(None)  # igraph's own generator, not Python's slower one


def timed(measure, work, answer):
    best, spent, run = math.inf, 0, 0
    while True:
        start, busy = time.perf_counter(), time.thread_time()
        found = work()
        own, seconds = time.thread_time() - busy, time.perf_counter() - start
        best, spent, run = min(best, own if own >= LONG else seconds), spent + seconds, run + 1
        if (run < RUNS or spent < WARM) and spent < PATIENCE:
            continue
        print(json.dumps({'measure': measure, 'seconds': best, 'answer': answer(found)}), flush=True)
        return found


class Vector(ctypes.Structure):
    _fields_ = [('start', ctypes.c_void_p), ('capacity', ctypes.c_void_p), ('end', ctypes.c_void_p)]


class Selector(ctypes.Structure):
    _fields_ = [('type', ctypes.c_int), ('data', ctypes.c_int64 * 2)]


def betweenness_from(nodes):
    """igraph_betweenness_subset, which this python-igraph does not offer yet, straight from the C library (Debian's libigraph3)."""
    library = ctypes.CDLL('libigraph.so.3')
    flat = array.array('q', itertools.chain.from_iterable(graph.get_edgelist()))
    edges = igraph_vector((ctypes.c_int64 * len(flat)).from_buffer(flat))
    copy = ctypes.create_string_buffer(1024)
    library.igraph_create(copy, ctypes.byref(edges), ctypes.c_int64(size), ctypes.c_bool(False))
    library.igraph_vss_all.restype = library.igraph_vss_vector.restype = Selector
    selected = igraph_vector((ctypes.c_int64 * len(nodes))(*nodes))
    values = Vector()
    library.igraph_vector_init(ctypes.byref(values), ctypes.c_int64(0))
    everyone = library.igraph_vss_all()

    def work():
        failed = library.igraph_betweenness_subset(
            copy, ctypes.byref(values), everyone, ctypes.c_bool(False),
            library.igraph_vss_vector(ctypes.byref(selected)), everyone, None)
        assert failed == 0
        return (ctypes.c_double * size).from_address(values.start)[:]

    return work


def igraph_vector(numbers):
    start = ctypes.addressof(numbers)
    end = start + ctypes.sizeof(numbers)
    view = Vector(start, end, end)
    view.numbers = numbers
    return view


def total(values):
    return sum(v for v in values if not math.isnan(v))


def build():
    built = igraph.Graph(n=size, edges=pairs)
    built.simplify()
    return built


graph = timed('build', build, lambda g: g.ecount())
pairs = None
timed('degree', graph.degree, total)
timed('components', graph.connected_components, len)
timed('local clustering', graph.transitivity_local_undirected, total)
timed('transitivity', graph.transitivity_undirected, lambda share: share)
timed('k-core', graph.coreness, total)
timed('fragile bridges', lambda: len(graph.bridges()) + len(graph.articulation_points()), lambda count: count)
if size <= 100_000:
    timed('constraint', graph.constraint, total)
if size <= 10_000:
    timed('betweenness', graph.betweenness, total)
count = 16 if size > 100_000 else 100
sources = [index * (size // count) for index in range(count)]
timed('betweenness, sampled', betweenness_from(sources), total)
for rounds in (1, 2):
    timed(
        f'communities (Leiden), rounds: {rounds}',
        lambda: graph.community_leiden(objective_function='modularity', n_iterations=rounds),
        lambda found: graph.modularity(found),
    )
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({'measure': 'peak memory (MiB)', 'seconds': peak, 'answer': 0}))
