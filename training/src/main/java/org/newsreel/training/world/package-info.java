/**
 * The made world: people, organisations and places that do not exist, drawn and filmed, with the truth about every frame.
 * A {@link org.newsreel.training.world.Scene} says who stands where; a {@link org.newsreel.training.world.Renderer}
 * paints it and knows its heads; an {@link org.newsreel.training.world.Encoder} films it. Faces are drawn so that a
 * detector trained on photographs finds them: nothing in the films marks the truth.
 */
package org.newsreel.training.world;
