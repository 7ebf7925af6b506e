package org.newsreel.extraction.pair;

/**
 * The heads' arithmetic in TorchScript's serialised form; the equations they stand for are in the package's
 * description. {@code B} pairs, {@code n} pieces, {@code d} hidden size, {@code R} relation types, {@code T} entity types.
 */
final class PairScript {
    private static final String CONTEXT =
            """
            def context(self, h: Tensor, head: Tensor, tail: Tensor, mask: Tensor, qw: Tensor, qb: Tensor, kw: Tensor) -> Tensor:
              flat = torch.reshape(h, [-1, $d])
              ends = torch.cat([torch.index_select(flat, 0, head), torch.index_select(flat, 0, tail)], 1)
              q = torch.unsqueeze(torch.linear(ends, qw, qb), 2)
              s = torch.mul(torch.squeeze(torch.bmm(torch.linear(h, kw), q), 2), $scale)
              return torch.softmax(torch.add(s, torch.mul(torch.sub(mask, 1.), 10000.)), 1)
            """;

    private static final String SCORES =
            """
            def scores$mode(self, h: Tensor, head: Tensor, tail: Tensor, means: Tensor, alpha: Tensor, domain: Tensor, range: Tensor, tw: Tensor, tb: Tensor, hw: Tensor, hb: Tensor, ow: Tensor, ob: Tensor, share: Tensor) -> Tensor:
              flat = torch.reshape(h, [-1, $d])
              m = torch.bmm(means, h)
              x = torch.cat([torch.index_select(flat, 0, head), torch.select(m, 1, 0)], 1)
              y = torch.cat([torch.index_select(flat, 0, tail), torch.select(m, 1, 1)], 1)
              c = torch.squeeze(torch.bmm(torch.unsqueeze(alpha, 1), h), 1)
              first = torch.linear($drop(x), tw, tb)
              second = torch.linear($drop(y), tw, tb)
              z = torch.cat([x, y, c], 1)
              u = torch.gelu(torch.linear($drop(z), hw, hb))
              fits = torch.add(torch.matmul(torch.log_softmax(first, 1), domain), torch.matmul(torch.log_softmax(second, 1), range))
              r = torch.add(torch.linear($drop(u), ow, ob), torch.mul(fits, share))
              return torch.cat([r, first, second], 1)
            """;

    private static final String LOSS =
            """
            def loss(self, scores: Tensor, gold: Tensor, types: Tensor, known: Tensor, smoothing: Tensor, typing: Tensor) -> Tensor:
              p = torch.log_softmax(torch.narrow(scores, 1, 0, $r), 1)
              right = torch.squeeze(torch.gather(p, 1, torch.unsqueeze(gold, 1)), 1)
              even = torch.mean(p, [1])
              ce = torch.neg(torch.mean(torch.sub(right, torch.mul(torch.sub(right, even), smoothing))))
              t = torch.log_softmax(torch.reshape(torch.narrow(scores, 1, $r, $both), [-1, $t]), 1)
              tn = torch.squeeze(torch.gather(t, 1, torch.unsqueeze(types, 1)), 1)
              tl = torch.neg(torch.div(torch.sum(torch.mul(tn, known)), torch.clamp(torch.sum(known), 1.)))
              return torch.add(ce, torch.mul(tl, typing))
            def disagreement(self, scores: Tensor) -> Tensor:
              p = torch.reshape(torch.log_softmax(torch.narrow(scores, 1, 0, $r), 1), [2, -1, $r])
              a = torch.select(p, 0, 0)
              b = torch.select(p, 0, 1)
              return torch.mul(torch.mean(torch.sum(torch.mul(torch.sub(torch.exp(a), torch.exp(b)), torch.sub(a, b)), [1])), 0.5)
            """;

    private static final double DROPOUT = 0.2;

    private PairScript() {}

    static String methods(PairConfig config) {
        String text = CONTEXT + scores("", "$1") + scores("_train", "torch.dropout($1, " + DROPOUT + ", True)") + LOSS;
        return text.replace("$scale", Double.toString(1 / Math.sqrt(config.attention())))
                .replace("$both", Integer.toString(2 * PairTypes.COUNT))
                .replaceAll("\\$r\\b", Integer.toString(config.relations().size()))
                .replaceAll("\\$t\\b", Integer.toString(PairTypes.COUNT))
                .replaceAll("\\$d\\b", Integer.toString(config.encoder().hiddenSize()));
    }

    private static String scores(String mode, String drop) {
        return SCORES.replace("$mode", mode).replaceAll("\\$drop\\((\\w+)\\)", drop);
    }
}
