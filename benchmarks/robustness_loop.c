/* What `robustness` counts, as a plain loop in C: the floor that the benchmark measures it by.

   Triangular scores, weights uniform on the simplex, each draw of scores with 16 of weights; counts
   of ranks, pairwise wins and the weights under which each option is first. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state[4];

static uint64_t turned(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static double uniform(void) { /* xoshiro256+ of Blackman and Vigna */
  uint64_t found = state[0] + state[3], t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = turned(state[3], 45);
  return (double)(found >> 11) * 0x1.0p-53;
}

struct placed {
  double total;
  int option;
};

static int falling(const void *a, const void *b) {
  double x = ((const struct placed *)a)->total, y = ((const struct placed *)b)->total;
  return (x < y) - (x > y);
}

/* shapes: low, likely, high of every cell, option by option. ranks: options x options. wins: the
   same, or NULL. first: options x criteria. */
void draw(int options, int criteria, long draws, const double *shapes, int64_t *ranks,
          int32_t *wins, double *first) {
  double *values = malloc(sizeof(double) * options * criteria);
  double *totals = malloc(sizeof(double) * options), *weights = malloc(sizeof(double) * criteria);
  struct placed *order = malloc(sizeof(struct placed) * options);
  int *rank = malloc(sizeof(int) * options);
  for (int k = 0; k < 4; k++) state[k] = 0x9e3779b97f4a7c15ULL * (k + 1);
  for (long drawn = 0; drawn < draws; drawn += 16) {
    for (int cell = 0; cell < options * criteria; cell++) {
      double a = shapes[3 * cell], m = shapes[3 * cell + 1], b = shapes[3 * cell + 2];
      double u = uniform();
      values[cell] = u * (b - a) < m - a ? a + sqrt(u * (b - a) * (m - a))
                                         : b - sqrt((1 - u) * (b - a) * (b - m));
    }
    for (int each = 0; each < 16; each++) {
      double sum = 0;
      int best = 0;
      for (int j = 0; j < criteria; j++) sum += weights[j] = -log(1 - uniform());
      for (int j = 0; j < criteria; j++) weights[j] /= sum;
      for (int i = 0; i < options; i++) {
        double total = 0;
        for (int j = 0; j < criteria; j++) total += weights[j] * values[i * criteria + j];
        totals[i] = total;
      }
      if (options <= 128) { /* the compiler makes this faster than any sorting */
        for (int i = 0; i < options; i++) {
          double own = totals[i];
          int64_t better = 0;
          for (int j = 0; j < options; j++) better += totals[j] > own;
          rank[i] = (int)better;
        }
      } else {
        for (int i = 0; i < options; i++) order[i] = (struct placed){totals[i], i};
        qsort(order, options, sizeof(struct placed), falling);
        for (int place = 0; place < options; place++) rank[order[place].option] = place;
      }
      for (int i = 0; i < options; i++) {
        ranks[(long)i * options + rank[i]]++;
        if (rank[i] == 0) best = i;
      }
      if (wins)
        for (int i = 0; i < options; i++) {
          int32_t *row = wins + (long)i * options, own = rank[i];
          for (int j = 0; j < options; j++) row[j] += own < rank[j];
        }
      for (int j = 0; j < criteria; j++) first[best * criteria + j] += weights[j];
    }
  }
  free(values), free(totals), free(weights), free(order), free(rank);
}
