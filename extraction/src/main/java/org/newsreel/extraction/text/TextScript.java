package org.newsreel.extraction.text;

/**
 * The heads' arithmetic in TorchScript's serialised form. {@code N} words, {@code M} mentions, {@code P} pairs,
 * {@code K} mention pairs of a chain pair; the equations they stand for are in the package's description.
 */
final class TextScript {
    private static final String METHODS =
            """
            def drop(self, x: Tensor) -> Tensor:
              return torch.dropout(x, $drop, True)
            def emissions(self, h: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return torch.linear(h, w, b)
            def grid(self, e: Tensor, index: Tensor) -> Tensor:
              return torch.reshape(torch.index_select(e, 0, torch.reshape(index, [-1])), [torch.size(index, 0), torch.size(index, 1), -1])
            def crf_loss(self, e: Tensor, tags: Tensor, mask: Tensor, tc: Tensor, sc: Tensor, t0: Tensor, s0: Tensor, f: Tensor) -> Tensor:
              t = torch.add(t0, tc)
              s = torch.add(s0, sc)
              n = torch.size(e, 1)
              k = torch.size(e, 2)
              a = torch.add(s, torch.select(e, 1, 0))
              for i in range(1, n):
                x = torch.add(torch.add(torch.unsqueeze(a, 2), torch.unsqueeze(t, 0)), torch.unsqueeze(torch.select(e, 1, i), 1))
                l = torch.logsumexp(x, [1])
                a = torch.where(torch.gt(torch.unsqueeze(torch.select(mask, 1, i), 1), 0.5), l, a)
              z = torch.logsumexp(torch.add(a, f), [1])
              em = torch.sum(torch.mul(torch.squeeze(torch.gather(e, 2, torch.unsqueeze(tags, 2)), 2), mask), [1])
              at = torch.add(torch.mul(torch.narrow(tags, 1, 0, torch.sub(n, 1)), k), torch.narrow(tags, 1, 1, torch.sub(n, 1)))
              steps = torch.reshape(torch.index_select(torch.reshape(t, [-1]), 0, torch.reshape(at, [-1])), [-1, torch.sub(n, 1)])
              tr = torch.sum(torch.mul(steps, torch.narrow(mask, 1, 1, torch.sub(n, 1))), [1])
              last = torch.sub(torch.to(torch.sum(mask, [1]), 4), 1)
              end = torch.index_select(f, 0, torch.squeeze(torch.gather(tags, 1, torch.unsqueeze(last, 1)), 1))
              first = torch.index_select(s, 0, torch.select(tags, 1, 0))
              return torch.sub(z, torch.add(torch.add(em, tr), torch.add(first, end)))
            def mentions(self, h: Tensor, start: Tensor, end: Tensor, kinds: Tensor, w: Tensor, b: Tensor, t: Tensor) -> Tensor:
              c = torch.constant_pad_nd(torch.cumsum(torch.to(h, 7), 0), [0, 0, 1, 0])
              total = torch.to(torch.sub(torch.index_select(c, 0, end), torch.index_select(c, 0, start)), 6)
              mean = torch.div(total, torch.unsqueeze(torch.to(torch.sub(end, start), 6), 1))
              first = torch.index_select(h, 0, start)
              last = torch.index_select(h, 0, torch.sub(end, 1))
              return torch.gelu(torch.add(torch.linear(torch.cat([first, last, mean], 1), w, b), torch.embedding(t, kinds)))
            def links(self, g: Tensor, i: Tensor, j: Tensor, features: Tensor, qw: Tensor, kw: Tensor, hw: Tensor, hb: Tensor, ow: Tensor, ob: Tensor) -> Tensor:
              q = torch.reshape(torch.index_select(torch.linear(g, qw), 0, i), [-1, $maps, $mapsize])
              k = torch.reshape(torch.index_select(torch.linear(g, kw), 0, j), [-1, $maps, $mapsize])
              s = torch.mul(torch.sum(torch.mul(q, k), [2]), $mapscale)
              x = torch.relu(torch.linear(torch.cat([s, features], 1), hw, hb))
              return torch.squeeze(torch.linear(x, ow, ob), 1)
            def gate(self, g: Tensor, i: Tensor, j: Tensor, steps: Tensor, mask: Tensor, gq: Tensor, gk: Tensor, gd: Tensor) -> Tensor:
              p = torch.size(i, 0)
              k = torch.size(i, 1)
              q = torch.index_select(torch.linear(g, gq), 0, torch.reshape(i, [-1]))
              o = torch.index_select(torch.linear(g, gk), 0, torch.reshape(j, [-1]))
              s = torch.mul(torch.reshape(torch.sum(torch.mul(q, o), [1]), [p, k]), $gatescale)
              d = torch.squeeze(torch.embedding(gd, steps), 2)
              m = torch.mul(torch.sub(mask, 1.), 10000.)
              return torch.softmax(torch.add(torch.add(s, d), m), 1)
            def rows(self, x: Tensor, index: Tensor) -> Tensor:
              return torch.index_select(x, 0, index)
            def context(self, h: Tensor, x: Tensor, first: Tensor, i: Tensor, j: Tensor, alpha: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor) -> Tensor:
              n = torch.size(h, 0)
              m = torch.size(first, 0)
              p = torch.size(i, 0)
              q = torch.transpose(torch.reshape(torch.linear(torch.index_select(x, 0, first), qw, qb), [m, $heads, $headsize]), 0, 1)
              k = torch.transpose(torch.reshape(torch.linear(x, kw, kb), [n, $heads, $headsize]), 0, 1)
              a = torch.softmax(torch.mul(torch.bmm(q, torch.transpose(k, 1, 2)), $headscale), 2)
              f = torch.reshape(torch.transpose(a, 0, 1), [m, -1])
              ws = torch.scatter_add(torch.new_zeros(alpha, [p, m]), 1, i, alpha)
              wo = torch.scatter_add(torch.new_zeros(alpha, [p, m]), 1, j, alpha)
              both = torch.mul(torch.matmul(ws, f), torch.matmul(wo, f))
              w = torch.sum(torch.reshape(both, [p, $heads, n]), [1])
              return torch.matmul(torch.div(w, torch.add(torch.sum(w, [1], True), 1e-12)), h)
            def pairs(self, g: Tensor, h: Tensor, i: Tensor, j: Tensor, lo: Tensor, hi: Tensor, near: Tensor, alpha: Tensor, context: Tensor, sw: Tensor, sb: Tensor, ow: Tensor, ob: Tensor) -> Tensor:
              p = torch.size(i, 0)
              k = torch.size(i, 1)
              a = torch.unsqueeze(alpha, 1)
              zs = torch.squeeze(torch.bmm(a, torch.reshape(torch.index_select(g, 0, torch.reshape(i, [-1])), [p, k, $m])), 1)
              zo = torch.squeeze(torch.bmm(a, torch.reshape(torch.index_select(g, 0, torch.reshape(j, [-1])), [p, k, $m])), 1)
              c = torch.constant_pad_nd(torch.cumsum(torch.to(h, 7), 0), [0, 0, 1, 0])
              l = torch.reshape(lo, [-1])
              r = torch.reshape(hi, [-1])
              total = torch.to(torch.sub(torch.index_select(c, 0, r), torch.index_select(c, 0, l)), 6)
              scale = torch.div(torch.reshape(near, [-1]), torch.to(torch.sub(r, l), 6))
              between = torch.reshape(torch.mul(total, torch.unsqueeze(scale, 1)), [p, k, $d])
              zc = torch.squeeze(torch.bmm(a, between), 1)
              s = torch.tanh(torch.linear(torch.cat([zs, zc, context], 1), sw, sb))
              o = torch.tanh(torch.linear(torch.cat([zo, zc, context], 1), ow, ob))
              outer = torch.mul(torch.unsqueeze(torch.reshape(s, [p, -1, $block]), 3), torch.unsqueeze(torch.reshape(o, [p, -1, $block]), 2))
              return torch.reshape(outer, [p, $outer])
            def scores(self, f: Tensor, bw: Tensor, bb: Tensor) -> Tensor:
              return torch.linear(f, bw, bb)
            def threshold_loss(self, x: Tensor, y: Tensor, negative: Tensor) -> Tensor:
              r = torch.size(y, 1)
              l = torch.narrow(x, 1, 0, r)
              t = torch.narrow(x, 1, r, 1)
              up = torch.logsumexp(torch.cat([torch.sub(l, torch.mul(torch.rsub(y, 1.), 10000.)), t], 1), [1], True)
              down = torch.logsumexp(torch.cat([torch.sub(l, torch.mul(torch.rsub(negative, 1.), 10000.)), t], 1), [1], True)
              positive = torch.sum(torch.mul(y, torch.sub(up, l)), [1])
              return torch.add(positive, torch.squeeze(torch.sub(down, t), 1))
            def bce(self, x: Tensor, y: Tensor, weight: Tensor) -> Tensor:
              return torch.sum(torch.mul(torch.sub(torch.softplus(x), torch.mul(x, y)), weight))
            """;

    private TextScript() {}

    static String methods(TextNetworkConfig config) {
        int maps = config.linkMaps();
        int mapSize = config.mentionSize() / maps;
        int headSize = config.encoder().hiddenSize() / config.encoder().heads();
        return METHODS.replace("$drop", Double.toString(config.encoder().dropout()))
                .replace("$mapscale", Double.toString(1 / Math.sqrt(mapSize)))
                .replace("$mapsize", Integer.toString(mapSize))
                .replace("$maps", Integer.toString(maps))
                .replace("$gatescale", Double.toString(1 / Math.sqrt(config.mentionSize())))
                .replace("$headscale", Double.toString(1 / Math.sqrt(headSize)))
                .replace("$headsize", Integer.toString(headSize))
                .replace("$heads", Integer.toString(config.encoder().heads()))
                .replace("$block", Integer.toString(config.relationBlock()))
                .replace("$outer", Integer.toString(config.relationSize() * config.relationBlock()))
                .replaceAll("\\$m\\b", Integer.toString(config.mentionSize()))
                .replaceAll("\\$d\\b", Integer.toString(config.encoder().hiddenSize()));
    }
}
