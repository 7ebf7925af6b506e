/** The service and the command line. */
package org.newsreel.api;
