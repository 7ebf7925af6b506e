/**
 * What networks are built of: functions that PyTorch has and DJL's arrays lack, reached through TorchScript; named
 * parameters; and the layers that all of Newsreel's networks share.
 *
 * <p>Every function gives its result to the manager of its first argument, so that one scratch manager for a call or a
 * step owns all that the call makes. Parameters belong to the network's root manager; never call a method of an
 * {@code NDArray} on a parameter, or the result lives as long as the network.
 *
 * <p>Shapes: {@code B} batch, {@code n} positions, {@code s} positions attended to, {@code d} hidden size, {@code h}
 * attention heads.
 */
package org.newsreel.extraction.layer;
