package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Differentiable functions without parameters of their own. The result belongs to the manager of the first argument. All
 * may be called from several threads; the compiled methods live as long as the process.
 */
public final class Functions {
    /** What is added to the score of a position that must not be attended to. */
    public static final float MASKED = -10_000f;

    private static final String METHODS =
            """
            def linear(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return torch.linear(x, w, b)
            def linear_plain(self, x: Tensor, w: Tensor) -> Tensor:
              return torch.linear(x, w)
            def matmul(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.matmul(x, y)
            def plus(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.add(x, y)
            def times(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.mul(x, y)
            def scale(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.mul(x, float(y))
            def layer_norm(self, x: Tensor, g: Tensor, b: Tensor, eps: Tensor) -> Tensor:
              return torch.layer_norm(x, [torch.size(x, -1)], g, b, float(eps))
            def embedding(self, ids: Tensor, table: Tensor) -> Tensor:
              return torch.embedding(table, ids)
            def rows(self, x: Tensor, index: Tensor) -> Tensor:
              return torch.index_select(x, 0, index)
            def heads(self, x: Tensor, heads: Tensor) -> Tensor:
              return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), int(heads), -1]), 1, 2)
            def attend(self, q: Tensor, k: Tensor, v: Tensor, bias: Tensor, heads: Tensor) -> Tensor:
              c = torch.scaled_dot_product_attention((self).heads(q, heads, ), (self).heads(k, heads, ), (self).heads(v, heads, ), bias)
              return torch.reshape(torch.transpose(c, 1, 2), [torch.size(q, 0), torch.size(q, 1), -1])
            def attention_map(self, q: Tensor, k: Tensor, bias: Tensor, heads: Tensor) -> Tensor:
              x = (self).heads(q, heads, )
              s = torch.mul(torch.matmul(x, torch.transpose((self).heads(k, heads, ), 2, 3)), torch.pow(torch.size(x, -1), -0.5))
              return torch.softmax(torch.add(s, bias), -1)
            def gelu(self, x: Tensor) -> Tensor:
              return torch.gelu(x)
            def gelu_tanh(self, x: Tensor) -> Tensor:
              return torch.gelu(x, approximate="tanh")
            def gelu_quick(self, x: Tensor) -> Tensor:
              return torch.mul(x, torch.sigmoid(torch.mul(x, 1.702)))
            def relu(self, x: Tensor) -> Tensor:
              return torch.relu(x)
            def leaky_relu(self, x: Tensor) -> Tensor:
              return torch.leaky_relu(x, 0.01)
            def sigmoid(self, x: Tensor) -> Tensor:
              return torch.sigmoid(x)
            def tanh(self, x: Tensor) -> Tensor:
              return torch.tanh(x)
            def softmax(self, x: Tensor, axis: Tensor) -> Tensor:
              return torch.softmax(x, int(axis))
            def log_softmax(self, x: Tensor, axis: Tensor) -> Tensor:
              return torch.log_softmax(x, int(axis))
            def log_sum_exp(self, x: Tensor, axis: Tensor) -> Tensor:
              return torch.logsumexp(x, [int(axis)])
            def dropout(self, x: Tensor, share: Tensor) -> Tensor:
              return torch.dropout(x, float(share), True)
            def conv2d(self, x: Tensor, w: Tensor, b: Tensor, stride: Tensor, padding: Tensor) -> Tensor:
              return torch.conv2d(x, w, b, [int(stride), int(stride)], [int(padding), int(padding)])
            def conv2d_plain(self, x: Tensor, w: Tensor, stride: Tensor, padding: Tensor) -> Tensor:
              return torch.conv2d(x, w, None, [int(stride), int(stride)], [int(padding), int(padding)])
            def conv1d(self, x: Tensor, w: Tensor, b: Tensor, padding: Tensor) -> Tensor:
              return torch.conv1d(x, w, b, [1], [int(padding)])
            def max_pool(self, x: Tensor, size: Tensor, stride: Tensor, padding: Tensor) -> Tensor:
              return torch.max_pool2d(x, [int(size), int(size)], [int(stride), int(stride)], [int(padding), int(padding)])
            def average_pool(self, x: Tensor, size: Tensor) -> Tensor:
              return torch.adaptive_avg_pool2d(x, [int(size), int(size)])
            def batch_norm(self, x: Tensor, g: Tensor, b: Tensor, mean: Tensor, variance: Tensor, eps: Tensor) -> Tensor:
              return torch.batch_norm(x, g, b, mean, variance, False, 0.1, float(eps), False)
            def cross_entropy(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.cross_entropy_loss(x, y)
            def binary_cross_entropy(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.mean(torch.sub(torch.softplus(x), torch.mul(x, y)))
            def bilinear(self, x: Tensor, y: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return torch.add(torch.einsum("pi,rij,pj->pr", [x, w, y]), b)
            def crf_loss(self, e: Tensor, tags: Tensor, mask: Tensor, t: Tensor, s: Tensor, f: Tensor) -> Tensor:
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
            def repeat(self, like: Tensor, x: Tensor, count: Tensor) -> Tensor:
              return torch.repeat(torch.unsqueeze(x, 0), torch.add([int(count)], torch.mul([1], torch.dim(x))))
            def mean(self, x: Tensor, axis: Tensor) -> Tensor:
              return torch.mean(x, [int(axis)])
            def cosine(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.cosine_similarity(x, y, -1, 1e-8)
            """;

    private static final TorchOps OPS = TorchOps.of(METHODS);

    private Functions() {}

    private static NDArray run(String method, NDArray... arguments) {
        return OPS.apply(arguments[0].getManager(), method, arguments);
    }

    private static NDArray whole(NDArray beside, long value) {
        return beside.getManager().create(value);
    }

    private static NDArray number(NDArray beside, double value) {
        return beside.getManager().create((float) value);
    }

    /** {@code x·wᵀ + b}. x: {@code [..., i]}, w: {@code [o, i]}, b: {@code [o]} → {@code [..., o]}. */
    public static NDArray linear(NDArray x, NDArray w, NDArray b) {
        return run("linear", x, w, b);
    }

    /** {@code x·wᵀ}. x: {@code [..., i]}, w: {@code [o, i]} → {@code [..., o]}. */
    public static NDArray linear(NDArray x, NDArray w) {
        return run("linear_plain", x, w);
    }

    /** The matrix product, batched and broadcast as PyTorch does. */
    public static NDArray matmul(NDArray x, NDArray y) {
        return run("matmul", x, y);
    }

    /** The sum, broadcast; {@code y} may be a parameter. */
    public static NDArray plus(NDArray x, NDArray y) {
        return run("plus", x, y);
    }

    /** The product by element, broadcast; {@code y} may be a parameter. */
    public static NDArray times(NDArray x, NDArray y) {
        return run("times", x, y);
    }

    /**
     * The product with a number. {@code NDArray.mul(Number)} and {@code div(Number)} must not be differentiated: DJL frees
     * the number's memory after the product, and the gradient reads it later.
     */
    public static NDArray scale(NDArray x, double factor) {
        return run("scale", x, number(x, factor));
    }

    /** Layer normalisation over the last axis (Ba et al. 2016, eq. 4). */
    public static NDArray layerNorm(NDArray x, NDArray gain, NDArray bias, double eps) {
        return run("layer_norm", x, gain, bias, number(x, eps));
    }

    /** Rows of a table. ids: {@code [...]} int64, table: {@code [v, d]} → {@code [..., d]}. */
    public static NDArray embedding(NDArray ids, NDArray table) {
        return run("embedding", ids, table);
    }

    /** Rows of {@code x}. x: {@code [N, ...]}, index: {@code [k]} int64 → {@code [k, ...]}. */
    public static NDArray rows(NDArray x, NDArray index) {
        return run("rows", x, index);
    }

    /**
     * Multi-head attention without projections (Vaswani et al. 2017, eq. 1).
     *
     * @param q {@code [B, n, d]}
     * @param k {@code [B, s, d]}
     * @param v {@code [B, s, d]}
     * @param bias added to the scores, broadcast to {@code [B, h, n, s]}: 0, or {@link #MASKED}
     * @return {@code [B, n, d]}
     */
    public static NDArray attend(NDArray q, NDArray k, NDArray v, NDArray bias, int heads) {
        return run("attend", q, k, v, bias, whole(q, heads));
    }

    /** The weights that {@link #attend} uses: {@code [B, h, n, s]}, each row sums to 1. */
    public static NDArray attentionMap(NDArray q, NDArray k, NDArray bias, int heads) {
        return run("attention_map", q, k, bias, whole(q, heads));
    }

    /** {@code x·Φ(x)}, the exact form. */
    public static NDArray gelu(NDArray x) {
        return run("gelu", x);
    }

    /** The tanh form, which GPT-2 uses. */
    public static NDArray geluTanh(NDArray x) {
        return run("gelu_tanh", x);
    }

    /** {@code x·σ(1.702x)}, which CLIP uses. */
    public static NDArray geluQuick(NDArray x) {
        return run("gelu_quick", x);
    }

    public static NDArray relu(NDArray x) {
        return run("relu", x);
    }

    /** With slope 0.01 below zero. */
    public static NDArray leakyRelu(NDArray x) {
        return run("leaky_relu", x);
    }

    public static NDArray sigmoid(NDArray x) {
        return run("sigmoid", x);
    }

    public static NDArray tanh(NDArray x) {
        return run("tanh", x);
    }

    public static NDArray softmax(NDArray x, int axis) {
        return run("softmax", x, whole(x, axis));
    }

    public static NDArray logSoftmax(NDArray x, int axis) {
        return run("log_softmax", x, whole(x, axis));
    }

    /** The logarithm of the sum of exponentials along an axis, which is dropped. */
    public static NDArray logSumExp(NDArray x, int axis) {
        return run("log_sum_exp", x, whole(x, axis));
    }

    /** Drops a share of the values in training, and nothing otherwise. */
    public static NDArray dropout(NDArray x, double share, boolean training) {
        return training && share > 0 ? run("dropout", x, number(x, share)) : x;
    }

    /** x: {@code [B, i, H, W]}, w: {@code [o, i, k, k]}, b: {@code [o]} → {@code [B, o, H', W']}. */
    public static NDArray conv2d(NDArray x, NDArray w, NDArray b, int stride, int padding) {
        return run("conv2d", x, w, b, whole(x, stride), whole(x, padding));
    }

    /** Without bias. */
    public static NDArray conv2d(NDArray x, NDArray w, int stride, int padding) {
        return run("conv2d_plain", x, w, whole(x, stride), whole(x, padding));
    }

    /** x: {@code [B, i, n]}, w: {@code [o, i, k]}, b: {@code [o]} → {@code [B, o, n']}. */
    public static NDArray conv1d(NDArray x, NDArray w, NDArray b, int padding) {
        return run("conv1d", x, w, b, whole(x, padding));
    }

    public static NDArray maxPool(NDArray x, int size, int stride, int padding) {
        return run("max_pool", x, whole(x, size), whole(x, stride), whole(x, padding));
    }

    /** The mean over each of {@code size × size} cells. {@code [B, c, H, W]} → {@code [B, c, size, size]}. */
    public static NDArray averagePool(NDArray x, int size) {
        return run("average_pool", x, whole(x, size));
    }

    /** Batch normalisation by stored statistics (Ioffe and Szegedy 2015, algorithm 2), in training too. */
    public static NDArray batchNorm(NDArray x, NDArray gain, NDArray bias, NDArray mean, NDArray variance, double eps) {
        return run("batch_norm", x, gain, bias, mean, variance, number(x, eps));
    }

    /** Mean cross entropy. logits: {@code [N, c]}, gold: {@code [N]} int64, -100 for rows that do not count → {@code []}. */
    public static NDArray crossEntropy(NDArray logits, NDArray gold) {
        return run("cross_entropy", logits, gold);
    }

    /** Mean binary cross entropy of logits. Both of one shape → {@code []}. */
    public static NDArray binaryCrossEntropy(NDArray logits, NDArray gold) {
        return run("binary_cross_entropy", logits, gold);
    }

    /** {@code xᵀ·W_r·y + b_r}. x, y: {@code [P, i]}, {@code [P, j]}, w: {@code [R, i, j]}, b: {@code [R]} → {@code [P, R]}. */
    public static NDArray bilinear(NDArray x, NDArray y, NDArray w, NDArray b) {
        return run("bilinear", x, y, w, b);
    }

    /**
     * How unlikely a linear-chain CRF finds each gold sequence, as a negative log-likelihood (Lafferty et al. 2001).
     *
     * @param emissions {@code [B, n, K]}
     * @param tags {@code [B, n]} int64; any value where the mask is 0
     * @param mask {@code [B, n]}, 1 for a word and 0 for padding after the last
     * @param transitions {@code [K, K]}, row from, column to
     * @param start {@code [K]}
     * @param end {@code [K]}
     * @return {@code [B]}
     */
    public static NDArray crfLoss(
            NDArray emissions, NDArray tags, NDArray mask, NDArray transitions, NDArray start, NDArray end) {
        return run("crf_loss", emissions, tags, mask, transitions, start, end);
    }

    /** A parameter once for each of a batch. x: {@code [...]} → {@code [count, ...]}, owned by {@code manager}. */
    public static NDArray repeat(NDManager manager, NDArray x, long count) {
        return run("repeat", manager.create(0f), x, manager.create(count));
    }

    /** The mean along an axis, which is dropped. */
    public static NDArray mean(NDArray x, int axis) {
        return run("mean", x, whole(x, axis));
    }

    /** Cosine along the last axis, which is dropped; in [-1, 1], 0 for a vector without length. */
    public static NDArray cosine(NDArray x, NDArray y) {
        return run("cosine", x, y);
    }
}
