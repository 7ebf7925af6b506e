package org.newsreel.extraction.encoder;

/**
 * The vision Transformer's arithmetic in TorchScript's serialised form. {@code embed} cuts a picture into patches and
 * puts the class token before them (Dosovitskiy et al. 2021, eq. 1); {@code layer} is one pre-layer-norm layer (eq. 2
 * and 3): {@code y = x + W_o·attention(LN(x)); z = y + W_2·gelu(W_1·LN(y))}.
 */
final class VitScript {
    private static final String METHODS =
            """
            def cut(self, p: Tensor, c: Tensor, e: Tensor, x: Tensor) -> Tensor:
              x = torch.transpose(torch.flatten(x, 2, -1), 1, 2)
              first = torch.repeat(torch.reshape(c, [1, 1, $d]), [torch.size(p, 0), 1, 1])
              return torch.add(torch.cat([first, x], 1), torch.reshape(e, [1, -1, $d]))
            def embed(self, p: Tensor, c: Tensor, e: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return (self).cut(p, c, e, torch.conv2d(p, w, b, [$patch, $patch], [0, 0]), )
            def embed_plain(self, p: Tensor, c: Tensor, e: Tensor, w: Tensor) -> Tensor:
              return (self).cut(p, c, e, torch.conv2d(p, w, None, [$patch, $patch], [0, 0]), )
            def split(self, x: Tensor) -> Tensor:
              return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), $heads, $size]), 1, 2)
            def norm(self, x: Tensor, g: Tensor, b: Tensor) -> Tensor:
              return torch.layer_norm(x, [$d], g, b, $eps)
            def layer(self, x: Tensor, g1: Tensor, b1: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, g2: Tensor, b2: Tensor, iw: Tensor, ib: Tensor, fw: Tensor, fb: Tensor) -> Tensor:
              h = (self).norm(x, g1, b1, )
              q = (self).split(torch.linear(h, qw, qb), )
              k = (self).split(torch.linear(h, kw, kb), )
              v = (self).split(torch.linear(h, vw, vb), )
              c = torch.reshape(torch.transpose(torch.scaled_dot_product_attention(q, k, v), 1, 2), [torch.size(x, 0), torch.size(x, 1), $d])
              y = torch.add(x, torch.linear(c, ow, ob))
              i = torch.linear((self).norm(y, g2, b2, ), iw, ib)
              return torch.add(y, torch.linear($gelu, fw, fb))
            def map(self, x: Tensor, g1: Tensor, b1: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor) -> Tensor:
              h = (self).norm(x, g1, b1, )
              q = (self).split(torch.linear(h, qw, qb), )
              k = (self).split(torch.linear(h, kw, kb), )
              return torch.softmax(torch.mul(torch.matmul(q, torch.transpose(k, 2, 3)), torch.pow($size, -0.5)), -1)
            """;

    private VitScript() {}

    static String methods(VitConfig config) {
        return METHODS.replace("$patch", Integer.toString(config.patchSize()))
                .replace("$heads", Integer.toString(config.heads()))
                .replace("$size", Integer.toString(config.hiddenSize() / config.heads()))
                .replace("$eps", Double.toString(config.layerNormEps()))
                .replace("$gelu", config.clip() ? "torch.mul(i, torch.sigmoid(torch.mul(i, 1.702)))" : "torch.gelu(i)")
                .replaceAll("\\$d\\b", Integer.toString(config.hiddenSize()));
    }
}
