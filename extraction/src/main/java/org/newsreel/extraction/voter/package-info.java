/**
 * The published networks, and the network of marked pairs, as voices about one item: each reads the item's words, chains
 * and pictures in its own way and says how likely which relation is, and on what it rests.
 *
 * <p>{@link org.newsreel.extraction.voter.RelationVoter} is the seam: networks of posts ({@code PostVoter}) are asked about
 * every sentence that has both mentions of a pair, networks of documents ({@code M3dVoter}, {@code MdocreVoter}) about the
 * whole text. {@link org.newsreel.extraction.voter.Voters} opens one from a model's directory. {@link
 * org.newsreel.extraction.voter.EntityFinder} and {@link org.newsreel.extraction.voter.M3dFinder} find what relations are
 * between. Frames are decoded by {@link org.newsreel.extraction.voter.Sights}. Nothing here decides what is claimed.
 *
 * <p>Networks of posts get whole pictures alone, for no training gives them objects that were cut out.
 */
package org.newsreel.extraction.voter;
