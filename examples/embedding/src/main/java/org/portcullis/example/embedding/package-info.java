/**
 * An order management system that embeds the engine, and a day on which a basket is held.
 *
 * <p>Start at {@link org.portcullis.example.embedding.OrderDesk} for what to embed, and at {@link org.portcullis.example.embedding.HeldBasketDay} for what
 * happens then. Both are described in {@code docs/embedding.md}.
 */
@NullMarked
package org.portcullis.example.embedding;

import org.jspecify.annotations.NullMarked;
