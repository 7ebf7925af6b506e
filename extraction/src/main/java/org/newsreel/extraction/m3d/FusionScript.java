package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.TorchOps;

/**
 * Eq. 8 to 10 in one call. A level has some forty operations on small arrays, and a network runs up to twelve levels a
 * step: called one by one from Java they cost more than what they compute.
 */
final class FusionScript {
    private static final String ARGUMENTS = "own: Tensor, other: Tensor, bias: Tensor, mask: Tensor, settings: Tensor, "
            + "key: Tensor, value: Tensor, iw: Tensor, ib: Tensor, mw: Tensor, mb: Tensor, sw: Tensor, sb: Tensor, "
            + "dw: Tensor, db: Tensor, uw: Tensor, ub: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, "
            + "vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, fw: Tensor, fb: Tensor, gw: Tensor, gb: Tensor";

    private static final String METHODS =
            """
            def heads(self, x: Tensor, h: int) -> Tensor:
              return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), h, -1]), 1, 2)
            def decode(self, z: Tensor, dw: Tensor, db: Tensor, uw: Tensor, ub: Tensor) -> Tensor:
              return torch.linear(torch.gelu(torch.linear(z, dw, db)), uw, ub)
            def fuse(self, ARGUMENTS) -> Tensor:
              BEGIN
              z = mu
              q = torch.narrow(z, 1, 0, n)
              CROSS
              y = torch.add(q, a)
              y = torch.add(y, torch.linear(torch.gelu(torch.linear(y, fw, fb)), gw, gb))
              return (self).decode(y, dw, db, uw, ub, )
            def fuse_train(self, ARGUMENTS) -> Tensor:
              BEGIN
              p = float(torch.select(settings, 0, 1))
              lv = torch.linear(h, sw, sb)
              z = torch.add(mu, torch.mul(torch.randn_like(mu), torch.exp(torch.mul(lv, 0.5))))
              q = torch.narrow(z, 1, 0, n)
              CROSS
              y = torch.add(q, torch.dropout(a, p, True))
              y = torch.add(y, torch.dropout(torch.linear(torch.gelu(torch.linear(y, fw, fb)), gw, gb), p, True))
              t = (self).decode(y, dw, db, uw, ub, )
              there = torch.div(mask, torch.sum(mask))
              kl = torch.mul(torch.sub(torch.add(torch.exp(lv), torch.mul(mu, mu)), torch.add(lv, 1.)), 0.5)
              r = torch.sub((self).decode(z, dw, db, uw, ub, ), torch.detach(x))
              rs = torch.sum(torch.mul(torch.mean(torch.mul(r, r), [2]), there))
              ks = torch.sum(torch.mul(torch.mean(kl, [2]), there))
              l = torch.add(torch.mul(rs, torch.select(settings, 0, 2)), torch.mul(ks, torch.select(settings, 0, 3)))
              return torch.cat([torch.reshape(t, [-1]), torch.reshape(l, [1])], 0)
            """
                    .replace("ARGUMENTS", ARGUMENTS)
                    .replace(
                            "BEGIN",
                            """
                            n = torch.size(own, 1)
                              s = torch.size(other, 1)
                              heads = int(torch.select(settings, 0, 0))
                              x = torch.cat([own, torch.linear(other, key), torch.linear(other, value)], 1)
                              h = torch.gelu(torch.linear(x, iw, ib))
                              mu = torch.linear(h, mw, mb)"""
                                    .stripTrailing())
                    .replace(
                            "CROSS",
                            """
                            aq = (self).heads(torch.linear(q, qw, qb), heads, )
                              ak = (self).heads(torch.linear(torch.narrow(z, 1, n, s), kw, kb), heads, )
                              av = (self).heads(torch.linear(torch.narrow(z, 1, torch.add(n, s), s), vw, vb), heads, )
                              c = torch.transpose(torch.scaled_dot_product_attention(aq, ak, av, bias), 1, 2)
                              a = torch.linear(torch.reshape(c, [torch.size(q, 0), n, -1]), ow, ob)"""
                                    .stripTrailing());

    private static final TorchOps OPS = TorchOps.of(METHODS);

    private FusionScript() {}

    /**
     * Eq. 8 to 10 of a level with an auto-encoder.
     *
     * @param own {@code [B, n, d]}
     * @param other {@code [B, s, d]}
     * @param bias {@code [B, 1, 1, s]}
     * @param mask of query, key and value, {@code [B, n + 2s]}
     * @return {@code [B, n, d]}; in training {@code [B·n·d + 1]}, with the auto-encoder's weighted loss after the states
     */
    static NDArray fuse(
            FusionLevel level,
            NDArray own,
            NDArray other,
            NDArray bias,
            NDArray mask,
            LossWeights losses,
            boolean training) {
        NDManager manager = own.getManager();
        AutoEncoder coder = level.coder().orElseThrow();
        NDArray settings = manager.create(new float[] {
            level.attention().heads(),
            (float) level.dropout(),
            (float) losses.reconstruction(),
            (float) losses.divergence()
        });
        List<NDArray> arguments =
                new ArrayList<>(List.of(own, other, bias, mask, settings, level.key(), level.value()));
        for (var linear : List.of(
                coder.inner(),
                coder.mean(),
                coder.logVariance(),
                coder.outer(),
                coder.decoded(),
                level.attention().query(),
                level.attention().key(),
                level.attention().value(),
                level.attention().output(),
                level.inner(),
                level.outer())) {
            arguments.add(linear.weight());
            arguments.add(linear.bias());
        }
        return OPS.apply(manager, training ? "fuse_train" : "fuse", arguments.toArray(NDArray[]::new));
    }
}
