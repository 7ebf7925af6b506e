package org.newsreel.extraction.encoder;

/**
 * The Longformer's arithmetic in TorchScript's serialised form (Beltagy et al. 2020, section 3). Layers are BERT's but for
 * their attention: a position sees those within reach and the global ones; a global position sees all, through
 * projections of its own.
 *
 * <p>In {@code layer_far} the queries of a text lie in blocks as long as the reach, as if each were a text of its own. A
 * block sees the global positions, itself and its two neighbours, so that there are {@code n·(3·reach + globals)} scores
 * in place of {@code n²}; {@code sight} cuts off what is out of reach, is padding or was seen before. {@code layer_near} is for texts in which every position sees every other.
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
            def join(self, x: Tensor) -> Tensor:
              return torch.reshape(torch.transpose(x, 1, 2), [torch.size(x, 0), torch.size(x, 2), $d])
            def seen(self, x: Tensor) -> Tensor:
              near = torch.transpose(torch.unfold(torch.constant_pad_nd(x, [0, 0, $c, $c], 0.), 1, $three, $c), 2, 3)
              far = torch.repeat(torch.unsqueeze(torch.narrow(x, 1, 0, $g), 1), [1, torch.size(near, 1), 1, 1])
              return (self).split(torch.flatten(torch.cat([far, near], 2), 0, 1), )
            def sight(self, m: Tensor, band: Tensor, pad: Tensor) -> Tensor:
              all = torch.constant_pad_nd(torch.reshape(m, [torch.size(m, 0), -1]), [0, int(pad)], -10000.)
              own = torch.narrow(all, 1, $g, torch.sub(torch.size(all, 1), $g))
              near = torch.unfold(torch.constant_pad_nd(own, [$before, $c], -10000.), 1, $three, $c)
              near = torch.add(torch.unsqueeze(torch.flatten(near, 0, 1), 1), band)
              far = torch.repeat(torch.unsqueeze(torch.narrow(all, 1, 0, $g), 1), [1, torch.size(all, 1), 1])
              return torch.unsqueeze(torch.cat([torch.reshape(far, [-1, $c, $g]), near], 2), 1)
            def banded(self, q: Tensor, k: Tensor, v: Tensor, sight: Tensor) -> Tensor:
              x = (self).split(torch.reshape(q, [-1, $c, $d]), )
              c = torch.scaled_dot_product_attention(x, (self).seen(k, ), (self).seen(v, ), sight)
              return torch.reshape((self).join(c, ), [torch.size(q, 0), -1, $d])
            def context(self, x: Tensor, c: Tensor, m: Tensor, gqw: Tensor, gqb: Tensor, gkw: Tensor, gkb: Tensor, gvw: Tensor, gvb: Tensor) -> Tensor:
              q = (self).project(torch.narrow(x, 1, 0, $g), gqw, gqb, )
              first = torch.scaled_dot_product_attention(q, (self).project(x, gkw, gkb, ), (self).project(x, gvw, gvb, ), m)
              rest = torch.narrow(c, 1, $g, torch.sub(torch.size(x, 1), $g))
              return torch.cat([(self).join(first, ), rest], 1)
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
              c = (self).context(x, (self).join(c, ), m, gqw, gqb, gkw, gkb, gvw, gvb, )
              return (self).finish$mode(x, c, ow, ob, g1, b1, iw, ib, fw, fb, g2, b2, )
            def layer_far$mode(self, x: Tensor, m: Tensor, sight: Tensor, pad: Tensor, $layer) -> Tensor:
              y = torch.constant_pad_nd(x, [0, 0, 0, int(pad)], 0.)
              c = (self).banded(torch.linear(y, qw, qb), torch.linear(y, kw, kb), torch.linear(y, vw, vb), sight, )
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
