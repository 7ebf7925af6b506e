/** The launcher's commands that need the training module. */
package org.newsreel.training.cli;
