package org.newsreel.extraction.encoder;

/**
 * The Longformer's arithmetic in TorchScript's serialised form (Beltagy et al. 2020, section 3). Layers are BERT's but for
 * their attention: a position sees those within reach and the global ones; a global position sees all, through
 * projections of its own.
 *
 * <p>In {@code layer_far} the queries of a text lie in blocks as long as the reach. A block sees itself and its two
 * neighbours, so that scores take {@code n·(3·reach + globals)} values in place of {@code n²}; {@code band} cuts off what
 * is out of reach. {@code layer_near} is for texts in which every position sees every other.
 */
final class LongformerScript {
    private static final String LAYER_ARGUMENTS =
            """
            qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, \
            gqw: Tensor, gqb: Tensor, gkw: Tensor, gkb: Tensor, gvw: Tensor, gvb: Tensor, \
            ow: Tensor, ob: Tensor, g1: Tensor, b1: Tensor, iw: Tensor, ib: Tensor, fw: Tensor, fb: Tensor, g2: Tensor, b2: Tensor""";

    private static final String COMMON =
            """
            def split(self, x: Tensor) -> Tensor:
              return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), $heads, $size]), 1, 2)
            def project(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return (self).split(torch.linear(x, w, b), )
            def blocks(self, x: Tensor) -> Tensor:
              return torch.unfold(torch.constant_pad_nd(x, [0, 0, $c, $c], 0.), 2, $three, $c)
            def scores(self, q: Tensor, k: Tensor, m: Tensor, band: Tensor) -> Tensor:
              b = torch.size(q, 0)
              x = torch.reshape(torch.mul(q, torch.pow($size, -0.5)), [b, $heads, -1, $c, $size])
              own = torch.narrow(m, 3, $g, torch.sub(torch.size(m, 3), $g))
              seen = torch.unfold(torch.constant_pad_nd(own, [$before, $c], -10000.), 3, $three, $c)
              near = torch.add(torch.add(torch.matmul(x, (self).blocks(k, )), band), torch.transpose(seen, 2, 3))
              first = torch.unsqueeze(torch.transpose(torch.narrow(k, 2, 0, $g), 2, 3), 2)
              far = torch.add(torch.matmul(x, first), torch.reshape(torch.narrow(m, 3, 0, $g), [b, 1, 1, 1, $g]))
              return torch.cat([far, near], -1)
            def banded(self, q: Tensor, k: Tensor, v: Tensor, m: Tensor, band: Tensor) -> Tensor:
              p = torch.softmax((self).scores(q, k, m, band, ), -1)
              far = torch.matmul(torch.narrow(p, 4, 0, $g), torch.unsqueeze(torch.narrow(v, 2, 0, $g), 2))
              near = torch.matmul(torch.narrow(p, 4, $g, $three), torch.transpose((self).blocks(v, ), 3, 4))
              return torch.reshape(torch.add(far, near), [torch.size(q, 0), $heads, -1, $size])
            def context(self, x: Tensor, c: Tensor, m: Tensor, gqw: Tensor, gqb: Tensor, gkw: Tensor, gkb: Tensor, gvw: Tensor, gvb: Tensor) -> Tensor:
              n = torch.size(x, 1)
              q = (self).project(torch.narrow(x, 1, 0, $g), gqw, gqb, )
              first = torch.scaled_dot_product_attention(q, (self).project(x, gkw, gkb, ), (self).project(x, gvw, gvb, ), m)
              all = torch.cat([first, torch.narrow(c, 2, $g, torch.sub(n, $g))], 2)
              return torch.reshape(torch.transpose(all, 1, 2), [torch.size(x, 0), n, $d])
            def map(self, x: Tensor, m: Tensor, band: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, gqw: Tensor, gqb: Tensor, gkw: Tensor, gkb: Tensor) -> Tensor:
              s = torch.matmul((self).project(x, qw, qb, ), torch.transpose((self).project(x, kw, kb, ), 2, 3))
              q = (self).project(torch.narrow(x, 1, 0, $g), gqw, gqb, )
              t = torch.matmul(q, torch.transpose((self).project(x, gkw, gkb, ), 2, 3))
              rest = torch.sub(torch.size(x, 1), $g)
              y = torch.cat([t, torch.narrow(torch.add(s, torch.mul(band, torch.pow($size, 0.5))), 2, $g, rest)], 2)
              return torch.softmax(torch.add(torch.mul(y, torch.pow($size, -0.5)), m), -1)
            """;

    private static final String STEPS =
            """
            def embed$mode(self, ids: Tensor, pos: Tensor, we: Tensor, pe: Tensor, te: Tensor, g: Tensor, b: Tensor) -> Tensor:
              x = torch.add(torch.embedding(we, ids), torch.embedding(pe, pos))
              x = torch.layer_norm(torch.add(x, torch.select(te, 0, 0)), [$d], g, b, $eps)
              return $drop(x)
            def finish$mode(self, x: Tensor, c: Tensor, ow: Tensor, ob: Tensor, g1: Tensor, b1: Tensor, iw: Tensor, ib: Tensor, fw: Tensor, fb: Tensor, g2: Tensor, b2: Tensor) -> Tensor:
              o = torch.linear(c, ow, ob)
              y = torch.layer_norm(torch.add(x, $drop(o)), [$d], g1, b1, $eps)
              z = torch.linear(torch.gelu(torch.linear(y, iw, ib)), fw, fb)
              return torch.layer_norm(torch.add(y, $drop(z)), [$d], g2, b2, $eps)
            def layer_near$mode(self, x: Tensor, m: Tensor, $layer) -> Tensor:
              c = torch.scaled_dot_product_attention((self).project(x, qw, qb, ), (self).project(x, kw, kb, ), (self).project(x, vw, vb, ), m)
              c = (self).context(x, c, m, gqw, gqb, gkw, gkb, gvw, gvb, )
              return (self).finish$mode(x, c, ow, ob, g1, b1, iw, ib, fw, fb, g2, b2, )
            def layer_far$mode(self, x: Tensor, m: Tensor, band: Tensor, pad: Tensor, $layer) -> Tensor:
              after = int(pad)
              q = torch.constant_pad_nd((self).project(x, qw, qb, ), [0, 0, 0, after], 0.)
              k = torch.constant_pad_nd((self).project(x, kw, kb, ), [0, 0, 0, after], 0.)
              v = torch.constant_pad_nd((self).project(x, vw, vb, ), [0, 0, 0, after], 0.)
              c = (self).banded(q, k, v, torch.constant_pad_nd(m, [0, after], -10000.), band, )
              c = (self).context(x, c, m, gqw, gqb, gkw, gkb, gvw, gvb, )
              return (self).finish$mode(x, c, ow, ob, g1, b1, iw, ib, fw, fb, g2, b2, )
            """;

    private LongformerScript() {}

    static String methods(LongformerConfig config) {
        return fill(COMMON, "", config, 0)
                + fill(STEPS, "", config, 0)
                + fill(STEPS, "_train", config, config.dropout());
    }

    private static String fill(String template, String mode, LongformerConfig config, double dropout) {
        return template.replace("$mode", mode)
                .replace("$layer", LAYER_ARGUMENTS)
                .replace("$heads", Integer.toString(config.heads()))
                .replace("$size", Integer.toString(config.hiddenSize() / config.heads()))
                .replace("$eps", Double.toString(config.layerNormEps()))
                .replace("$three", Integer.toString(3 * config.reach()))
                .replace("$before", Integer.toString(config.reach() + config.globals()))
                .replaceAll("\\$drop\\((\\w+)\\)", dropout > 0 ? "torch.dropout($1, " + dropout + ", True)" : "$1")
                .replaceAll("\\$c\\b", Integer.toString(config.reach()))
                .replaceAll("\\$g\\b", Integer.toString(config.globals()))
                .replaceAll("\\$d\\b", Integer.toString(config.hiddenSize()));
    }
}
