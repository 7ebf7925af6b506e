/**
 * Text or pictures in, the hidden states of every layer out: the encoders that the networks stand on, under their
 * publishers' parameter names, and the tokenizer and weights of the one that ships.
 *
 * <p>{@code XConfig} has an encoder's sizes, {@code XEncoder} its parameters and what calls what, {@code XScript} its
 * equations. Published checkpoints are read by {@code org.newsreel.extraction.model.PublishedCheckpoint}.
 *
 * <p>Dimension letters: {@code B} batch, {@code n} word pieces, {@code P} patches, {@code d} hidden size, {@code h} heads,
 * {@code L} layers, {@code p} positions of a prefix.
 *
 * <p>The arithmetic runs in {@link org.newsreel.extraction.layer.TorchOps}, a TorchScript archive that this package
 * writes itself: it gives the fused attention and the optimiser kernels that DJL's NDArray API lacks. The parameters
 * stay DJL parameters under their publisher's names. DJL's own {@code BertBlock} is not used, because it normalises by
 * batch where BERT normalises by layer.
 *
 * <p>Sources: Vaswani et al. 2017 (attention, post-layer-norm residuals), Devlin et al. 2019 (BERT), Liu et al. 2019
 * (RoBERTa), Beltagy et al. 2020 (Longformer), Radford et al. 2019 (GPT-2), Dosovitskiy et al. 2021 (ViT), Radford et al.
 * 2021 (CLIP), He et al. 2016 (ResNet), Simonyan and Zisserman 2015 (VGG), Li and Liang 2021 (prefixes).
 */
package org.newsreel.extraction.encoder;
