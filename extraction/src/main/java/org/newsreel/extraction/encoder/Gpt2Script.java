package org.newsreel.extraction.encoder;

/**
 * GPT-2's arithmetic in TorchScript's serialised form (Radford et al. 2019, section 2.3). A layer is two or three steps:
 * {@code attend}, {@code x + W_o·attention(LN(x))}; {@code look}, the same with keys and values from another encoder; and
 * {@code feed}, {@code x + W_2·gelu(W_1·LN(x))} with the tanh form of GELU. Weights lie {@code [in, out]}. The {@code
 * …_train} methods drop values of each step's output; attention weights are never dropped.
 */
final class Gpt2Script {
    private static final String COMMON =
            """
            def norm(self, x: Tensor, g: Tensor, b: Tensor) -> Tensor:
              return torch.layer_norm(x, [$d], g, b, $eps)
            def turn(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return torch.add(torch.matmul(x, w), b)
            def split(self, x: Tensor) -> Tensor:
              return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), $heads, $size]), 1, 2)
            def part(self, x: Tensor, i: int) -> Tensor:
              return (self).split(torch.narrow(x, 2, torch.mul(i, $d), $d), )
            def join(self, x: Tensor) -> Tensor:
              return torch.reshape(torch.transpose(x, 1, 2), [torch.size(x, 0), torch.size(x, 2), $d])
            def map(self, x: Tensor, m: Tensor, g: Tensor, b: Tensor, aw: Tensor, ab: Tensor) -> Tensor:
              a = (self).turn((self).norm(x, g, b, ), aw, ab, )
              s = torch.mul(torch.matmul((self).part(a, 0, ), torch.transpose((self).part(a, 1, ), 2, 3)), torch.pow($size, -0.5))
              return torch.softmax(torch.add(s, m), -1)
            """;

    private static final String STEPS =
            """
            def embed$mode(self, x: Tensor, pos: Tensor, wpe: Tensor) -> Tensor:
              x = torch.add(x, torch.embedding(wpe, pos))
              return $drop(x)
            def attend$mode(self, x: Tensor, m: Tensor, g: Tensor, b: Tensor, aw: Tensor, ab: Tensor, pw: Tensor, pb: Tensor) -> Tensor:
              a = (self).turn((self).norm(x, g, b, ), aw, ab, )
              c = torch.scaled_dot_product_attention((self).part(a, 0, ), (self).part(a, 1, ), (self).part(a, 2, ), m)
              o = (self).turn((self).join(c, ), pw, pb, )
              return torch.add(x, $drop(o))
            def attend_after$mode(self, x: Tensor, m: Tensor, pk: Tensor, pv: Tensor, g: Tensor, b: Tensor, aw: Tensor, ab: Tensor, pw: Tensor, pb: Tensor) -> Tensor:
              a = (self).turn((self).norm(x, g, b, ), aw, ab, )
              k = torch.cat([(self).split(pk, ), (self).part(a, 1, )], 2)
              v = torch.cat([(self).split(pv, ), (self).part(a, 2, )], 2)
              o = (self).turn((self).join(torch.scaled_dot_product_attention((self).part(a, 0, ), k, v, m), ), pw, pb, )
              return torch.add(x, $drop(o))
            def look$mode(self, x: Tensor, e: Tensor, g: Tensor, b: Tensor, aw: Tensor, ab: Tensor, qw: Tensor, qb: Tensor, pw: Tensor, pb: Tensor) -> Tensor:
              q = (self).split((self).turn((self).norm(x, g, b, ), qw, qb, ), )
              a = (self).turn(e, aw, ab, )
              o = (self).turn((self).join(torch.scaled_dot_product_attention(q, (self).part(a, 0, ), (self).part(a, 1, )), ), pw, pb, )
              return torch.add(x, $drop(o))
            def feed$mode(self, x: Tensor, g: Tensor, b: Tensor, iw: Tensor, ib: Tensor, fw: Tensor, fb: Tensor) -> Tensor:
              f = torch.gelu((self).turn((self).norm(x, g, b, ), iw, ib, ), approximate="tanh")
              o = (self).turn(f, fw, fb, )
              return torch.add(x, $drop(o))
            """;

    private Gpt2Script() {}

    static String methods(Gpt2Config config) {
        return fill(COMMON, "", config, 0)
                + fill(STEPS, "", config, 0)
                + fill(STEPS, "_train", config, config.dropout());
    }

    private static String fill(String template, String mode, Gpt2Config config, double dropout) {
        return template.replace("$mode", mode)
                .replace("$heads", Integer.toString(config.heads()))
                .replace("$size", Integer.toString(config.hiddenSize() / config.heads()))
                .replace("$eps", Double.toString(config.layerNormEps()))
                .replaceAll("\\$drop\\((\\w+)\\)", dropout > 0 ? "torch.dropout($1, " + dropout + ", True)" : "$1")
                .replaceAll("\\$d\\b", Integer.toString(config.hiddenSize()));
    }
}
