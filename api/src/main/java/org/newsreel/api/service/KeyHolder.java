package org.newsreel.api.service;

import org.newsreel.api.keys.Scope;

/**
 * Who sent a request, as far as its key tells.
 *
 * @param id of the key, for records; never the key itself
 * @param name what its owner called it
 * @param scope what it allows
 */
public record KeyHolder(String id, String name, Scope scope) {}
