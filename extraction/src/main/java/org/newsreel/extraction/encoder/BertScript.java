package org.newsreel.extraction.encoder;

/**
 * The encoder's arithmetic in TorchScript's serialised form. {@code embed} sums the input embeddings and normalises
 * them; {@code layer} is one post-layer-norm Transformer layer (Devlin et al. 2019, section 3; Vaswani et al. 2017,
 * eq. 1): {@code y = LN(x + W_o·attention(x)); z = LN(y + W_2·gelu(W_1·y))} with the erf form of GELU. The two
 * {@code …_train} methods drop values of each sub-layer's output; attention weights are never dropped, because the
 * native random generator would take longer than the layer.
 */
final class BertScript {
    private static final String EMBED =
            """
            def embed$mode(self, ids: Tensor, pos: Tensor, kinds: Tensor, we: Tensor, pe: Tensor, te: Tensor, se: Tensor, g: Tensor, b: Tensor) -> Tensor:
              x = torch.add(torch.embedding(we, ids), torch.embedding(pe, pos))
              x = torch.add(torch.add(x, torch.select(te, 0, 0)), torch.embedding(se, kinds))
              x = torch.layer_norm(x, [$d], g, b, $eps)
              return $drop(x)
            """;

    private static final String EMBED_PLAIN =
            """
            def embed_plain$mode(self, ids: Tensor, pos: Tensor, we: Tensor, pe: Tensor, te: Tensor, g: Tensor, b: Tensor) -> Tensor:
              x = torch.add(torch.embedding(we, ids), torch.embedding(pe, pos))
              x = torch.add(x, torch.select(te, 0, 0))
              x = torch.layer_norm(x, [$d], g, b, $eps)
              return $drop(x)
            """;

    private static final String LAYER =
            """
            def layer$mode(self, x: Tensor, m: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, g1: Tensor, b1: Tensor, iw: Tensor, ib: Tensor, fw: Tensor, fb: Tensor, g2: Tensor, b2: Tensor) -> Tensor:
              n = torch.size(x, 0)
              s = torch.size(x, 1)
              h = $in(x)
              q = torch.transpose(torch.reshape($out(torch.linear(h, $in(qw), $in(qb))), [n, s, $heads, $size]), 1, 2)
              k = torch.transpose(torch.reshape($out(torch.linear(h, $in(kw), $in(kb))), [n, s, $heads, $size]), 1, 2)
              v = torch.transpose(torch.reshape($out(torch.linear(h, $in(vw), $in(vb))), [n, s, $heads, $size]), 1, 2)
              c = torch.reshape(torch.transpose(torch.scaled_dot_product_attention(q, k, v, m), 1, 2), [n, s, $d])
              o = $out(torch.linear($in(c), $in(ow), $in(ob)))
              y = torch.layer_norm(torch.add(x, $drop(o)), [$d], g1, b1, $eps)
              f = torch.gelu(torch.linear($in(y), $in(iw), $in(ib)))
              z = $out(torch.linear(f, $in(fw), $in(fb)))
              return torch.layer_norm(torch.add(y, $drop(z)), [$d], g2, b2, $eps)
            """;

    /** {@code layer} with keys and values before the layer's own; the mask covers them. */
    private static final String LAYER_AFTER = LAYER.replace("def layer$mode(", "def layer_after$mode(")
            .replace("m: Tensor, ", "m: Tensor, pk: Tensor, pv: Tensor, ")
            .replace(
                    "(q, k, v, m)",
                    "(q, torch.cat([(self).split(pk, ), k], 2), torch.cat([(self).split(pv, ), v], 2), m)");

    private static final String SPLIT =
            """
            def split(self, x: Tensor) -> Tensor:
              return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), $heads, $size]), 1, 2)
            """;

    /** The attention weights of a layer, {@code [B, h, n, n]}. */
    private static final String MAP =
            """
            def map(self, x: Tensor, m: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor) -> Tensor:
              q = (self).split(torch.linear(x, qw, qb), )
              k = (self).split(torch.linear(x, kw, kb), )
              s = torch.mul(torch.matmul(q, torch.transpose(k, 2, 3)), torch.pow($size, -0.5))
              return torch.softmax(torch.add(s, m), -1)
            """;

    private BertScript() {}

    static String methods(BertConfig config, Precision precision) {
        StringBuilder all = new StringBuilder();
        all.append(fill(SPLIT, "", config, precision, false));
        all.append(fill(MAP, "", config, precision, false));
        for (String template : new String[] {EMBED, EMBED_PLAIN, LAYER, LAYER_AFTER}) {
            all.append(fill(template, "", config, precision, false));
            all.append(fill(template, "_train", config, precision, config.dropout() > 0));
        }
        return all.toString();
    }

    private static String fill(String template, String mode, BertConfig config, Precision precision, boolean dropping) {
        boolean half = precision == Precision.BF16;
        String text = template.replace("$mode", mode)
                .replace("$heads", Integer.toString(config.heads()))
                .replace("$size", Integer.toString(config.hiddenSize() / config.heads()))
                .replace("$eps", Double.toString(config.layerNormEps()))
                .replaceAll("\\$d\\b", Integer.toString(config.hiddenSize()));
        // 15 and 6 are the scalar types bfloat16 and float32.
        text = text.replaceAll("\\$in\\((\\w+)\\)", half ? "torch.to($1, 15)" : "$1");
        text = text.replaceAll(
                "\\$drop\\((\\w+)\\)", dropping ? "torch.dropout($1, " + config.dropout() + ", True)" : "$1");
        return text.replaceAll(
                "\\$out\\((torch\\.linear\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))\\)", half ? "torch.to($1, 6)" : "$1");
    }
}
