"""Writes oracle.json: what igraph and networkx say of graphs whose answers the engine's tests must match.

Run with Debian's python3-igraph and python3-networkx:  /usr/bin/python3 bench/ties/oracle.py
Where both libraries compute a measure they are compared here first; a disagreement is an error, unless it is a stated difference of
convention (what is not defined: igraph says NaN, networkx 0). NaN is written as null. Parallel ties are merged and ties with oneself
left out before measuring, which is the engine's stated rule; strength and modularity are taken from the untouched multigraph.
"""

import json
import math
import pathlib
import random

import igraph
import networkx as nx

HERE = pathlib.Path(__file__).parent
RELATIVE = 1e-10


def same(what, left, right):
    """Fails when the two libraries differ; NaN equals NaN."""
    for a, b in zip(left, right, strict=True):
        if a is None or (isinstance(a, float) and math.isnan(a)):
            assert b is None or math.isnan(b), (what, a, b)
        else:
            assert abs(a - b) <= RELATIVE * max(1, abs(a)), (what, a, b)
    return list(left)


def undefined_is_nan(values):
    return [math.nan if v is None else v for v in values]


def small_graphs():
    data = json.loads((HERE / 'classics.json').read_text())
    for name, classic in data.items():
        yield name, classic['size'], [tuple(e) for e in classic['ties']], False
    yield 'empty', 0, [], False
    yield 'one node', 1, [], False
    yield 'one node tied to itself', 1, [(0, 0)], False
    yield 'two nodes without ties', 2, [], False
    yield 'two nodes', 2, [(0, 1)], False
    yield 'self-loops', 5, [(0, 1), (1, 1), (1, 2), (2, 0), (3, 3), (3, 3), (3, 2)], False
    yield 'multi-edges', 6, [(0, 1), (1, 0), (0, 1), (1, 2), (2, 3), (3, 1), (2, 3), (3, 4)], False
    yield 'disconnected', 12, [(0, 1), (1, 2), (2, 0), (2, 3), (5, 6), (7, 8), (8, 9), (9, 10), (10, 7), (9, 7)], False
    yield 'tree', 10, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (5, 6), (5, 7), (7, 8), (7, 9)], False
    yield 'weighted', 7, [(0, 1, 2.5), (1, 2, 0.5), (2, 0, 1), (2, 3, 4), (3, 4, 0.1), (4, 5, 0.2), (5, 3, 0.3), (5, 6, 1.5)], False
    yield 'weighted multi-edges and self-loops', 5, [(0, 1, 1.5), (1, 0, 2), (1, 1, 3), (1, 2, 1), (2, 3, 0.25), (3, 0, 7), (3, 4, 1), (4, 4, 2)], False
    yield 'directed', 8, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 1), (4, 3), (3, 4), (5, 6), (6, 6), (0, 1)], True
    yield 'directed weighted', 6, [(0, 1, 2), (1, 0, 1), (1, 2, 3), (2, 3, 0.5), (3, 1, 1.25), (4, 3, 2), (3, 4, 2), (0, 4, 6)], True


def random_graphs():
    chance = random.Random(20261122)
    for index, (size, ties, directed, weighted) in enumerate(
        [(30, 40, False, False), (60, 180, False, False), (200, 800, False, False), (50, 120, False, True),
         (120, 500, False, True), (40, 120, True, False), (150, 700, True, False), (60, 240, True, True)]
    ):
        edges = []
        for _ in range(ties):
            ends = chance.randrange(size), chance.randrange(size)
            edges.append((*ends, chance.randrange(1, 40) / 8) if weighted else ends)
        yield f'random {index + 1}', size, edges, directed


def libraries(size, edges, directed):
    """(multigraph in igraph, merged igraph, merged networkx); weights of parallel ties are added."""
    weights = [e[2] if len(e) == 3 else 1 for e in edges]
    raw = igraph.Graph(n=size, edges=[e[:2] for e in edges], directed=directed)
    raw.es['weight'] = weights
    merged = raw.copy()
    merged.simplify(combine_edges='sum')
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(size))
    for edge in merged.es:
        graph.add_edge(edge.source, edge.target, weight=edge['weight'])
    return raw, merged, graph


def answers(size, edges, directed):
    raw, g, x = libraries(size, edges, directed)
    flat = g.copy()
    if directed:
        flat.to_undirected(mode='collapse', combine_edges='sum')
    flat_x = nx.Graph()
    flat_x.add_nodes_from(range(size))
    flat_x.add_weighted_edges_from((e.source, e.target, e['weight']) for e in flat.es)
    is_weighted = any(e['weight'] != 1 for e in g.es)
    nodes = range(size)
    by_node = lambda values: [values[v] for v in nodes]
    out = {'ties': g.ecount()}

    out['density'] = g.density() if size > 1 else math.nan
    if size > 1:
        same('density', [out['density']], [nx.density(x)])
    out['degree'] = same('degree', g.degree(mode='out'), by_node(dict(x.out_degree() if directed else x.degree())))
    out['inDegree'] = g.degree(mode='in') if directed else out['degree']
    out['strength'] = raw.strength(mode='out', weights='weight', loops=True) if size else []
    out['isolates'] = sorted(nx.isolates(x))
    if directed:
        out['reciprocity'] = same('reciprocity', [g.reciprocity()], [nx.overall_reciprocity(x)])[0] if g.ecount() else math.nan
        out['dyads'] = list(g.dyad_census())

    parts = flat.connected_components()
    out['components'] = parts.membership
    assert sorted(map(sorted, parts)) == sorted(map(sorted, nx.connected_components(flat_x)))

    triangles = nx.triangles(flat_x)
    out['triangles'] = by_node(triangles)
    out['clustering'] = undefined_is_nan(flat.transitivity_local_undirected())
    same('clustering', [0 if math.isnan(c) else c for c in out['clustering']], by_node(nx.clustering(flat_x)) if size else [])
    out['transitivity'] = flat.transitivity_undirected()
    if not math.isnan(out['transitivity']):
        same('transitivity', [out['transitivity']], [nx.transitivity(flat_x)])
    if size:
        out['averageClustering'] = same('average', [flat.transitivity_avglocal_undirected(mode='zero')], [nx.average_clustering(flat_x)])[0]

    out['core'] = same('core', flat.coreness(), by_node(nx.core_number(flat_x)) if size else [])
    out['betweenness'] = same('betweenness', g.betweenness(directed=directed), by_node(nx.betweenness_centrality(x, normalized=False)))
    if size > 2:
        out['normalisedBetweenness'] = by_node(nx.betweenness_centrality(x, normalized=True))
    if is_weighted:
        # networkx compares lengths exactly, so igraph (which allows for rounding) decides
        out['weightedBetweenness'] = g.betweenness(directed=directed, weights='weight')

    # networkx calls a node without out-ties undefined even when others point at it: both directions added first
    out['constraint'] = by_node(nx.constraint(flat_x, weight='weight'))
    same('constraint', flat.constraint(weights='weight') if size else [], out['constraint'])
    out['effectiveSize'] = by_node(nx.effective_size(flat_x, weight='weight'))

    bridges = sorted(tuple(sorted(b)) for b in nx.bridges(flat_x)) if size else []
    assert bridges == sorted(tuple(sorted(flat.es[b].tuple)) for b in flat.bridges())
    out['bridges'] = [[a, b, smaller_side(flat_x, a, b)] for a, b in bridges]
    points = sorted(nx.articulation_points(flat_x))
    assert points == sorted(flat.articulation_points())
    out['linchpins'] = [[p, *pieces_without(flat_x, p)] for p in points]

    groups = [(v * 7 + v // 3) % 3 for v in nodes]
    out['groups'] = groups
    if g.ecount():
        nx.set_node_attributes(x, dict(enumerate(groups)), 'group')
        out['mixing'] = mixing(x, groups)
        out['assortativity'] = nominal(g, groups, directed)
        across = sum(1 for a, b in x.edges if groups[a] != groups[b])
        out['eiIndex'] = (across - (x.number_of_edges() - across)) / x.number_of_edges()
        out['degreeAssortativity'] = g.assortativity_degree(directed=directed)
        ages = [(v * 13) % 29 for v in nodes]
        out['ages'] = ages
        out['ageAssortativity'] = g.assortativity(ages, directed=directed)

    if raw.ecount():
        whole = raw.copy()
        if directed:
            # both directions added; ties with oneself and parallel ones stay, as weights
            whole.to_undirected(mode='each')
        out['modularityOfGroups'] = whole.modularity(groups, weights='weight')
        if not any(a == b for a, b, *_ in edges):
            same('modularity', [out['modularityOfGroups']], [nx.community.modularity(flat_x, [[v for v in nodes if groups[v] == c] for c in set(groups)])])
        out['bestModularity'] = best_modularity(whole, flat_x, any(a == b for a, b, *_ in edges))
    return out


def nominal(g, groups, directed):
    try:
        return g.assortativity_nominal(groups, directed=directed)
    except Exception:
        return math.nan


def mixing(x, groups):
    """networkx's mixing dictionary as a full matrix."""
    found = nx.attribute_mixing_dict(x, 'group')
    return [found.get(a, {}).get(b, 0) for a in range(3) for b in range(3)]


def smaller_side(x, a, b):
    cut = x.copy()
    cut.remove_edge(a, b)
    return min(len(nx.node_connected_component(cut, a)), len(nx.node_connected_component(cut, b)))


def pieces_without(x, node):
    own = nx.node_connected_component(x, node) - {node}
    sizes = [len(piece) for piece in nx.connected_components(x.subgraph(own))]
    return len(sizes), len(own) - max(sizes)


def best_modularity(whole, flat_x, has_loops):
    """The highest that any method of either library reaches, over several seeds."""
    found = []
    for seed in range(20):
        random.seed(seed)
        igraph.set_random_number_generator(random)
        found.append(whole.community_leiden(objective_function='modularity', weights='weight', n_iterations=10))
        found.append(whole.community_multilevel(weights='weight'))
    best = max(whole.modularity(f, weights='weight') for f in found)
    if not has_loops:
        for seed in range(5):
            best = max(best, nx.community.modularity(flat_x, nx.community.louvain_communities(flat_x, seed=seed)))
        best = max(best, nx.community.modularity(flat_x, nx.community.greedy_modularity_communities(flat_x, weight='weight')))
    return best


def plain(value):
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value


def main():
    graphs = []
    for name, size, edges, directed in [*small_graphs(), *random_graphs()]:
        graphs.append({'name': name, 'size': size, 'directed': directed, 'ties': edges, 'expected': answers(size, edges, directed)})
    lines = ',\n'.join(json.dumps(plain(g), separators=(',', ':')) for g in graphs)
    made = {'igraph': igraph.__version__, 'networkx': nx.__version__}
    (HERE / 'oracle.json').write_text(f'{{"madeWith":{json.dumps(made)},"graphs":[\n{lines}\n]}}\n')
    print(len(graphs), 'graphs')


main()
