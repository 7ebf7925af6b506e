/**
 * Text in, hidden states out: a BERT encoder as a DJL block, its tokenizer, and the weights of a published checkpoint.
 *
 * <p>Dimension letters: {@code B} batch, {@code n} word pieces, {@code d} hidden size, {@code L} layers.
 *
 * <p>The arithmetic runs in {@link org.newsreel.extraction.layer.TorchOps}, a TorchScript archive that this package
 * writes itself: it gives the fused attention and the optimiser kernels that DJL's NDArray API lacks. The parameters
 * stay DJL parameters under their publisher's names. DJL's own {@code BertBlock} is not used, because it normalises by
 * batch where BERT normalises by layer.
 *
 * <p>Sources: Devlin et al. 2019 (BERT), Vaswani et al. 2017 (attention, post-layer-norm residuals).
 */
package org.newsreel.extraction.encoder;
