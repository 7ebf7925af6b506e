/** Training of the linear models for Chinese text. */
package org.newsreel.training.chinese;
