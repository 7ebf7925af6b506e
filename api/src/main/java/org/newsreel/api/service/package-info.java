/** What every part of the service shares: the open store, its configuration, the API key, problem details, health. */
package org.newsreel.api.service;
