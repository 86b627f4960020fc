/**
 * Questions to the warehouse and its answers, free of any SQL. A {@link
 * io.retainer.model.fact.FactQuery} asks several measures of one dataset over several periods at
 * once; a {@link io.retainer.model.fact.FactAnswer} gives the numbers and says which days they rest
 * on.
 */
package io.retainer.model.fact;
