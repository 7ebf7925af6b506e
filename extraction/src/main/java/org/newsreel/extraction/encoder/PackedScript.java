package org.newsreel.extraction.encoder;

/**
 * The layers of {@link BertScript} once more, for inference alone: all layers in one call, the three projections of
 * attention in one product, GELU inside the product before it, and weights in the order of blocks that oneDNN reads
 * fastest, in 16 bits where they are multiplied so. That saves a conversion of every weight in every call.
 */
final class PackedScript {
    /** Tensors of one layer in {@link BertEncoder#byName()}'s order, and after packing. */
    private static final String METHODS =
            """
            def pack(self, p: List[Tensor], layers: int) -> List[Tensor]:
              out = annotate(List[Tensor], [])
              for l in range(layers):
                i = torch.mul(l, 16)
                w = torch.cat([p[i], p[torch.add(i, 2)], p[torch.add(i, 4)]], 0)
                b = torch.cat([p[torch.add(i, 1)], p[torch.add(i, 3)], p[torch.add(i, 5)]], 0)
                a0 = torch.append(out, ops.mkldnn._reorder_linear_weight($in(w)))
                a1 = torch.append(out, $in(b))
                a2 = torch.append(out, ops.mkldnn._reorder_linear_weight($in(p[torch.add(i, 6)])))
                a3 = torch.append(out, $in(p[torch.add(i, 7)]))
                a4 = torch.append(out, p[torch.add(i, 8)])
                a5 = torch.append(out, p[torch.add(i, 9)])
                a6 = torch.append(out, ops.mkldnn._reorder_linear_weight($in(p[torch.add(i, 10)])))
                a7 = torch.append(out, $in(p[torch.add(i, 11)]))
                a8 = torch.append(out, ops.mkldnn._reorder_linear_weight($in(p[torch.add(i, 12)])))
                a9 = torch.append(out, $in(p[torch.add(i, 13)]))
                a10 = torch.append(out, p[torch.add(i, 14)])
                a11 = torch.append(out, p[torch.add(i, 15)])
              return out
            def layers(self, x: Tensor, m: Tensor, w: List[Tensor], layers: int) -> List[Tensor]:
              n = torch.size(x, 0)
              s = torch.size(x, 1)
              none = annotate(List[Optional[number]], [])
              states = annotate(List[Tensor], [])
              z = x
              for l in range(layers):
                i = torch.mul(l, 12)
                a = $out(ops.mkldnn._linear_pointwise($in(z), w[i], w[torch.add(i, 1)], "none", none, ""))
                q = torch.permute(torch.reshape(a, [n, s, 3, $heads, $size]), [2, 0, 3, 1, 4])
                c = torch.scaled_dot_product_attention(torch.select(q, 0, 0), torch.select(q, 0, 1), torch.select(q, 0, 2), m)
                h = torch.reshape(torch.transpose(c, 1, 2), [n, s, $d])
                o = ops.mkldnn._linear_pointwise($in(h), w[torch.add(i, 2)], w[torch.add(i, 3)], "none", none, "")
                y = torch.layer_norm(torch.add(z, o), [$d], w[torch.add(i, 4)], w[torch.add(i, 5)], $eps)
                f = ops.mkldnn._linear_pointwise($in(y), w[torch.add(i, 6)], w[torch.add(i, 7)], "gelu", none, "none")
                r = ops.mkldnn._linear_pointwise(f, w[torch.add(i, 8)], w[torch.add(i, 9)], "none", none, "")
                z = torch.layer_norm(torch.add(y, r), [$d], w[torch.add(i, 10)], w[torch.add(i, 11)], $eps)
                at = torch.append(states, z)
              return states
            """;

    private PackedScript() {}

    static String methods(BertConfig config, Precision precision) {
        boolean half = precision == Precision.BF16;
        String text = METHODS.replace("$heads", Integer.toString(config.heads()))
                .replace("$size", Integer.toString(config.hiddenSize() / config.heads()))
                .replace("$eps", Double.toString(config.layerNormEps()))
                .replaceAll("\\$d\\b", Integer.toString(config.hiddenSize()));
        // 15 and 6 are the scalar types bfloat16 and float32. oneDNN wants plain rows, whatever a tensor is a view of.
        text = text.replaceAll(
                "\\$in\\((\\w+(?:\\[(?:\\w+|torch\\.add\\(\\w+, \\d+\\))\\])?)\\)",
                half ? "torch.to($1, 15)" : "torch.contiguous($1)");
        return text.replaceAll("\\$out\\((.*)\\)\n", half ? "torch.to($1, 6)\n" : "$1\n");
    }
}
