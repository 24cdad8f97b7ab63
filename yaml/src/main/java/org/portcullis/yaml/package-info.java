/**
 * Reads YAML files as fields with places and reports everything that is wrong with one at once, with causes and cures.
 *
 * <p>Start at {@link org.portcullis.yaml.YamlText} and take what it gives apart with {@link org.portcullis.yaml.Fields}. Files
 * are only ever taken apart into text nodes: no tag, alias or anchor is followed and no object is constructed from what a
 * file says. The home of SnakeYAML; every module that reads YAML may depend on it.
 */
@NullMarked
package org.portcullis.yaml;

import org.jspecify.annotations.NullMarked;
